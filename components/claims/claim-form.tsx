import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormSelect, FormTextArea } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import type { Statement } from '#lib/claims/claim-part.ts'
import { tierStatuses } from '#lib/runs/tiers.ts'
import { conditionWords } from '#lib/runs/words.ts'

export type PartDraft = { failure: string; statement: Statement; evidence: { ref: string; summary: string }[] }
type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & {
  phase: string
  gate: string
  revision: number
  parts: PartDraft[]
  disabledReason: string | null
}

const EXPECTATIONS = [{ value: '', label: 'not asked' }, ...tierStatuses.map((value) => ({ value, label: value }))]

/** The claim, failure by failure, prefilled from what is on record; filing it freezes a revision. */
export function ClaimForm({ action, commandId, phase, gate, revision, parts, disabledReason }: Props) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ phase, gate }} label={`Claim ${gate}`}>
      {parts.map((part) => (
        <Part key={part.failure} {...part} />
      ))}
      <Submit disabledReason={disabledReason}>{`Claim ${gate}, revision ${revision}`}</Submit>
    </ActionForm>
  )
}

function Part({ failure, statement, evidence }: PartDraft) {
  const name = `parts.${failure}`
  return (
    <Panel title={failure}>
      <div className="grid gap-x-6 desk:grid-cols-2">
        <FormTextArea name={`${name}.what`} label="WHAT is claimed" defaultValue={statement.what} rows={3} required />
        <FormTextArea
          name={`${name}.how`}
          label="HOW to verify: the exact commands"
          defaultValue={statement.how}
          rows={Math.min(8, Math.max(3, statement.how.split('\n').length + 1))}
          mono
          required
        />
      </div>
      {statement.expected.map(({ condition, tiers }) => (
        <fieldset key={condition} className="mb-3.5">
          <legend className="mb-1 font-[550]">EXPECT, {conditionWords[condition]}</legend>
          <div className="grid grid-cols-2 gap-x-3 wide:grid-cols-6">
            {tiers.map((tier) => (
              <FormSelect
                key={tier.name}
                name={`${name}.expected.${condition}.${tier.name}`}
                label={tier.name}
                defaultValue={tier.status}
                choices={EXPECTATIONS}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Note>
        WHERE:{' '}
        {evidence.length === 0
          ? 'nothing is cited'
          : evidence.map(({ ref, summary }) => `${ref} (${summary})`).join('; ')}
      </Note>
    </Panel>
  )
}
