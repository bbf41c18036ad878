import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormSelect, FormText } from '#components/form/fields.tsx'
import { FormFold } from '#components/form/form-fold.tsx'
import { Submit } from '#components/form/submit.tsx'
import { GoesStale } from '#components/gates/goes-stale.tsx'
import { fixStates } from '#lib/fixes/words.ts'
import type { FixFacts } from '#lib/phases/phase-facts.ts'

type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & {
  phase: string
  fix: FixFacts
  /** The Adversary and the Operator check; what the Builder says is only stated. */
  checks: boolean
  /** The gates whose PASS a new head would make stale. */
  goesStale: readonly string[]
}

/** Where a fix stands now. */
export function FixStandingForm({ action, commandId, phase, fix, checks, goesStale }: Props) {
  const label = checks ? 'Check where it stands' : 'Say where it stands'
  return (
    <ActionForm
      action={action}
      commandId={commandId}
      hidden={{ phase, fix: String(fix.fix) }}
      label={`${label}: fix ${fix.fix}`}
    >
      <FormFold summary={label}>
        <div className="grid max-w-[44rem] gap-x-4 wide:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <FormText name="head" label="Head commit" defaultValue={fix.head} spellCheck={false} required />
          <FormSelect name="state" label="State" defaultValue={fix.state} choices={STATES} />
        </div>
        <FormText
          name="how"
          label="How you know"
          hint={
            checks
              ? 'Your word is a check: where did you look?'
              : 'It is shown as stated until somebody else checks it.'
          }
          required
        />
        <GoesStale gates={goesStale} what="Saving a new head" />
        <Submit tone="plain" disabledReason={null}>
          {checks ? 'Record the check' : 'Record where it stands'}
        </Submit>
      </FormFold>
    </ActionForm>
  )
}

const STATES = fixStates.map((value) => ({ value, label: value }))
