import type { ComponentProps } from 'react'
import { FormCheckbox, FormFile, FormRadios, FormSelect, FormText } from '#components/form/fields.tsx'
import { GroupError } from '#components/form/group-error.tsx'
import { Submit } from '#components/form/submit.tsx'
import { UploadForm } from '#components/form/upload-form.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import type { FailureFacts } from '#lib/phases/phase-facts.ts'
import type { KeptFile } from '#lib/runs/attached-run.ts'
import { tierOrder, tierStatuses } from '#lib/runs/tiers.ts'
import {
  conclusions,
  conclusionWords,
  conditionWords,
  deployments,
  deploymentWords,
  type RunCondition,
  runConditions,
} from '#lib/runs/words.ts'
import { formatBytes } from '#lib/words/format-bytes.ts'
import { readableText } from '#lib/words/readable-text.ts'

type Props = Omit<ComponentProps<typeof UploadForm>, 'children' | 'label'> & {
  failure: FailureFacts
  kept: { [field: string]: KeptFile }
  /** Whence the files were taken; undefined: the person sent them. */
  takenFrom?: string | undefined
  disabledReason: string | null
}

const TIER_CHOICES = [{ value: '', label: 'not entered' }, ...tierStatuses.map((value) => ({ value, label: value }))]
const KNOWN = [
  { value: '', label: 'choose' },
  { value: 'yes', label: 'clean' },
  { value: 'no', label: 'with local changes' },
  { value: 'unknown', label: 'not known' },
]

/** A run with its files. What results.json says need not be typed. */
export function RunForm({ failure, kept, takenFrom, disabledReason, ...form }: Props) {
  return (
    <UploadForm {...form} label={`Attach a run of ${failure.failure}`}>
      <div className="grid items-start gap-x-6 wide:grid-cols-2">
        <div>
          <Panel title="Files">
            <FormFile
              name="results"
              label="results.json"
              hint={keptHint(kept.results, takenFrom) ?? 'Schema 1 or 2. Its tiers and level are read from it.'}
            />
            <FormFile
              name="log"
              label="Log"
              hint={keptHint(kept.log, takenFrom) ?? 'Any size to 1 GiB, kept as it is and named by its SHA-256.'}
            />
          </Panel>
          <Panel title="What it ran">
            <FormText name="recipe" width="medium" label="Recipe" defaultValue={failure.recipe} required />
            <FormText
              name="recipeVersion"
              width="medium"
              label="Recipe version"
              defaultValue={failure.version ?? ''}
              required
            />
            <CheckoutFields what="recipe" label="Recipe" />
            <CheckoutFields what="test" label="Test" />
            <CheckoutFields what="harness" label="Harness" />
            <Note>Without the three commits nobody can tell whether it ran the same as another run.</Note>
            <FormText
              name="pullRequest"
              width="short"
              label="Pull request tested"
              inputMode="numeric"
              hint="Its number, where !testme on it started this run."
            />
          </Panel>
        </div>
        <div>
          <Panel title="How it ran">
            <FormRadios
              name="condition"
              label="Condition"
              cards={runConditions.map((value) => ({
                value,
                label: conditionWords[value],
                hint: CONDITION_HINT[value],
              }))}
              required
            />
            <FormSelect
              name="deployment"
              width="medium"
              label="Deployment"
              defaultValue="cold"
              choices={[
                { value: '', label: 'choose' },
                ...deployments.map((value) => ({ value, label: deploymentWords[value] })),
              ]}
            />
            <FormText name="host" width="medium" label="Host" required />
            <div className="grid gap-x-4 wide:grid-cols-2">
              <FormText name="startedAt" placeholder="2026-06-18 00:10" label="Start (UTC)" required />
              <FormText name="endedAt" placeholder="2026-06-18 00:10" label="End (UTC)" required />
            </div>
            <FormCheckbox
              name="raisedAlarm"
              label="This run raised the alarm"
              hint="The one that made somebody look. It was picked because it was red, so it is shown and not counted."
            />
          </Panel>
          <Panel title="How it ended">
            <FormSelect
              name="conclusion"
              width="medium"
              label="Outcome"
              defaultValue=""
              choices={[
                { value: '', label: 'choose' },
                ...conclusions.map((value) => ({ value, label: conclusionWords[value] })),
              ]}
            />
            <fieldset className="mb-1">
              <legend className="mb-1 font-[550]">Tiers, if there is no results.json</legend>
              <div className="grid grid-cols-2 gap-x-3 wide:grid-cols-3">
                {tierOrder.map((tier) => (
                  <FormSelect key={tier} name={`tiers.${tier}`} label={tier} defaultValue="" choices={TIER_CHOICES} />
                ))}
              </div>
              <GroupError name="tiers" />
            </fieldset>
            <FormText
              name="rulesFailed"
              label="Lint rules that failed"
              spellCheck={false}
              hint="As lint calls them: R011 R014. They go with the tier lint entered as fail."
            />
            <FormText
              name="level"
              width="short"
              label="Level"
              inputMode="numeric"
              hint="If the file does not say it."
            />
            <FormText name="remark" label="Remark" />
          </Panel>
          <Submit disabledReason={disabledReason}>Attach the run</Submit>
        </div>
      </div>
    </UploadForm>
  )
}

function CheckoutFields({ what, label }: { what: string; label: string }) {
  return (
    <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] gap-x-3">
      <FormText name={`${what}Commit`} label={`${label} commit`} spellCheck={false} />
      <FormSelect name={`${what}Clean`} label="Checkout" defaultValue="" choices={KNOWN} />
    </div>
  )
}

const keptHint = (file: KeptFile | undefined, takenFrom: string | undefined): string | undefined =>
  file === undefined
    ? undefined
    : `${file.name}, ${formatBytes(file.size)}, ${takenFrom === undefined ? 'is kept from your last try' : `was taken from ${readableText(takenFrom)}`}. Choose another only to replace it.`

const CONDITION_HINT = {
  alone: 'Nothing else was deploying on the node.',
  load: 'Under a load that was put there on purpose.',
  sweep: 'As one of many, in the canonical sweep.',
  promote: 'The warm advance from one version to the next.',
} satisfies Record<RunCondition, string>
