import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormRadios, FormSelect, FormText, FormTextArea } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'
import { GoesStale } from '#components/gates/goes-stale.tsx'
import {
  attachableStates,
  FIX_KIND_WORD,
  FIX_ROUTE_WORD,
  type FixKind,
  fixKinds,
  fixRoutes,
  USUAL_ROUTE,
} from '#lib/fixes/words.ts'
import { RouteFollowsKind } from './route-follows-kind.tsx'

type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & {
  phase: string
  failure: string
  /** The gates whose PASS another fix would make stale. */
  goesStale: readonly string[]
  disabledReason: string | null
}

/** The change that is to mend a failure, and by which route it is verified. */
export function FixForm({ action, commandId, phase, failure, goesStale, disabledReason }: Props) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ phase, failure }} label={`Attach a fix of ${failure}`}>
      <RouteFollowsKind />
      <FormRadios
        name="kind"
        label="What kind of change is it?"
        defaultValue="recipe-pr"
        cards={fixKinds.map((value) => ({ value, label: FIX_KIND_WORD[value], hint: KIND_HINT[value] }))}
        required
      />
      <FormText
        name="repository"
        label="Repository"
        hint="As your team calls it: recipe-maintainers/discourse"
        required
      />
      <div className="grid gap-x-4 wide:grid-cols-[minmax(0,1fr)_minmax(0,2fr)_minmax(0,1fr)]">
        <FormText name="pullRequest" label="Pull request" inputMode="numeric" hint="Its number, if it is one." />
        <FormText name="head" label="Head commit" hint="7 to 64 hex digits." spellCheck={false} required />
        <FormSelect name="state" label="State" defaultValue="open" choices={STATES} />
      </div>
      <FormTextArea name="changes" label="What it changes" rows={3} hint="One sentence is enough." required />
      <FormSelect
        name="route"
        width="medium"
        label="Verified by"
        defaultValue={USUAL_ROUTE['recipe-pr']}
        choices={ROUTES}
        hint="Usually !testme for a recipe, the harness for a harness change, load for a stabilisation."
      />
      <FormRadios
        name="promotion"
        label="Is something promoted?"
        cards={[
          {
            value: 'promotes',
            label: 'yes',
            hint: 'The warm advance from the last version has to work again.',
          },
          {
            value: 'nothing-promoted',
            label: 'nothing is promoted',
            hint: 'A green run at its head is enough; say why.',
          },
        ]}
        required
      />
      <FormText
        name="promotionReason"
        label="Why nothing is promoted"
        hint="For example: the recipe has no warm instance."
      />
      <GoesStale gates={goesStale} what="Attaching another fix" />
      <Submit disabledReason={disabledReason}>Attach the fix</Submit>
    </ActionForm>
  )
}

const STATES = attachableStates.map((value) => ({ value, label: value }))
const ROUTES = fixRoutes.map((value) => ({ value, label: FIX_ROUTE_WORD[value] }))

const KIND_HINT = {
  'recipe-pr': 'What users deploy is changed.',
  'harness-change': 'The harness or one of its tests is changed.',
  stabilisation: 'A flake is made steady, in the recipe or in its test.',
} satisfies Record<FixKind, string>
