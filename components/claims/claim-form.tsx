import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormSelect, FormTextArea } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'
import { Note, Panel } from '#components/look/panel.tsx'
import type { Statement } from '#lib/claims/claim-part.ts'
import type { FindingFacts } from '#lib/phases/phase-facts.ts'
import { tierStatuses } from '#lib/runs/tiers.ts'
import { conditionWords } from '#lib/runs/words.ts'
import { beginningOf } from '#lib/words/beginning-of.ts'
import { readableText } from '#lib/words/readable-text.ts'

/** `same`: the revision that says the same already, where nothing but the wording could be new. */
export type PartDraft = {
  failure: string
  statement: Statement
  evidence: { ref: string; summary: string }[]
  same: { revision: number; failed: boolean } | null
}
type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & {
  phase: string
  gate: string
  revision: number
  parts: PartDraft[]
  /** Open findings on this gate: a claim filed again says what answers them. */
  findings: FindingFacts[]
  disabledReason: string | null
}

const EXPECTATIONS = [{ value: '', label: 'not asked' }, ...tierStatuses.map((value) => ({ value, label: value }))]

/** The claim, failure by failure, prefilled from what is on record; filing it freezes a revision. */
export function ClaimForm({ action, commandId, phase, gate, revision, parts, findings, disabledReason }: Props) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ phase, gate }} label={`Claim ${gate}`}>
      {findings.length > 0 && (
        <Panel title="Findings that this revision answers">
          {findings.map(({ finding, failure, text, standing, moved }) => (
            <FormTextArea
              key={finding}
              name={`answers.${finding}`}
              label={`What answers ${finding}, on ${failure}`}
              hint={`“${readableText(beginningOf(text, 160).beginning)}” Leave it empty where this revision does not answer it.`}
              defaultValue={standing === 'addressed' ? moved.words : ''}
              rows={2}
            />
          ))}
        </Panel>
      )}
      {parts.map((part) => (
        <Part key={part.failure} {...part} />
      ))}
      <Submit disabledReason={disabledReason}>{`Claim ${gate}, revision ${revision}`}</Submit>
    </ActionForm>
  )
}

function Part({ failure, statement, evidence, same }: PartDraft) {
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
      {same !== null && (
        <Note>
          As in revision {same.revision}:{' '}
          {same.failed
            ? 'it was ruled FAIL, and left as it is it cannot pass.'
            : 'left as it is, its ruling is carried.'}
        </Note>
      )}
      <Note>
        WHERE:{' '}
        {evidence.length === 0
          ? 'nothing is cited'
          : evidence.map(({ ref, summary }) => `${ref} (${summary})`).join('; ')}
      </Note>
    </Panel>
  )
}
