import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormCheckbox, FormText, FormTextArea } from '#components/form/fields.tsx'
import { GroupError } from '#components/form/group-error.tsx'
import { Submit } from '#components/form/submit.tsx'
import { GoesStale } from '#components/gates/goes-stale.tsx'
import { UsualGates } from '#components/gates/usual-gates.tsx'
import { REQUIREMENT_RULES } from '#lib/gates/requirement-rules.ts'
import { ALWAYS, READS, type RequirementId, requirementIds } from '#lib/gates/requirements.ts'
import type { GateDefinition } from '#lib/phases/phase-facts.ts'

type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & {
  phase: string
  /** The gate that is defined anew; null: a new one. */
  held: GateDefinition | null
  /** What is ticked to begin with. */
  ticked: readonly RequirementId[]
  /** The gates whose PASS this makes stale. */
  goesStale: readonly string[]
  disabledReason: string | null
}

/** A gate: its name, what it asks in words, and which requirements answer it. */
export function GateForm({ action, commandId, phase, held, ticked, goesStale, disabledReason }: Props) {
  const hidden = held === null ? { phase } : { phase, gate: held.gate, anew: 'yes' }
  return (
    <ActionForm
      action={action}
      commandId={commandId}
      hidden={hidden}
      label={held === null ? 'Define a gate' : `Define ${held.gate} anew`}
    >
      {held === null ? (
        <FormText
          name="gate"
          width="medium"
          label="Name"
          hint="As your team writes them: M1, U0, WC1.1, M2(c), DoD-1."
          required
        />
      ) : (
        <GroupError name="gate" />
      )}
      <FormTextArea
        name="criteria"
        label="What it asks, in words"
        rows={4}
        defaultValue={held?.criteria}
        hint="Both sides read this; the requirements below are what is answered one by one."
        required
      />
      <UsualGates gate={held?.gate ?? null} />
      {GROUPS.map(({ reads, legend }) => (
        <fieldset key={legend} className="mb-3.5 min-w-0">
          <legend className="mb-1.5 font-[550]">{legend}</legend>
          {requirementIds
            .filter((id) => READS[id] === reads)
            .map((id) => (
              <Requirement key={id} id={id} ticked={ticked.includes(id)} />
            ))}
        </fieldset>
      ))}
      <GroupError name="requirements" />
      <GoesStale gates={goesStale} />
      <Submit disabledReason={disabledReason}>{held === null ? 'Define the gate' : `Define ${held.gate} anew`}</Submit>
    </ActionForm>
  )
}

const GROUPS = [
  { reads: 'cause', legend: 'About the cause of each failure' },
  { reads: 'fix', legend: 'About its fix' },
  { reads: null, legend: 'About either' },
] as const

const always: readonly RequirementId[] = ALWAYS

function Requirement({ id, ticked }: { id: RequirementId; ticked: boolean }) {
  const { words } = REQUIREMENT_RULES[id]
  if (always.includes(id))
    return <FormCheckbox name={`always-${id}`} label={words} hint="Every gate asks this." defaultChecked disabled />
  return <FormCheckbox name="requirements[]" value={id} label={words} defaultChecked={ticked} />
}
