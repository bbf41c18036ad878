import type { ComponentProps } from 'react'
import { CiteChoices } from '#components/evidence/cite-choices.tsx'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormTextArea } from '#components/form/fields.tsx'
import { FormFold } from '#components/form/form-fold.tsx'
import { Submit } from '#components/form/submit.tsx'
import type { EvidenceFacts } from '#lib/phases/phase-facts.ts'

type Form = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & { phase: string; finding: string }

/** The Builder says with what. `evidence`: from after the finding was opened. */
export function AddressForm({
  action,
  commandId,
  phase,
  finding,
  evidence,
  again,
}: Form & { evidence: EvidenceFacts[]; again: boolean }) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ phase, finding }} label={`Address ${finding}`}>
      <FormFold summary={again ? 'Address it otherwise' : 'Address it'}>
        <FormTextArea
          name="with"
          label="With what it is addressed"
          rows={3}
          hint="It stays open until an Adversary has seen it and closes it."
          required
        />
        <CiteChoices
          evidence={evidence}
          cited={[]}
          legend="What shows it"
          none="Nothing is on record since it was opened."
        />
        <Submit tone="plain" disabledReason={null}>
          Record it as addressed
        </Submit>
      </FormFold>
    </ActionForm>
  )
}

/** The Adversary closes it. `evidence`: the reader's own, from after the finding was opened. */
export function CloseForm({ action, commandId, phase, finding, evidence }: Form & { evidence: EvidenceFacts[] }) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ phase, finding }} label={`Close ${finding}`}>
      <FormFold summary="Close it">
        <FormTextArea name="reason" label="Why it is closed" rows={3} required />
        <CiteChoices
          evidence={evidence}
          cited={evidence.map(({ ref }) => ref)}
          legend="Seen by yourself since"
          none="Nothing of yours is on record since it was opened."
        />
        <Submit tone="plain" disabledReason={null}>
          Close the finding
        </Submit>
      </FormFold>
    </ActionForm>
  )
}

/** What was addressed or closed did not hold. */
export function ReopenForm({ action, commandId, phase, finding }: Form) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ phase, finding }} label={`Open ${finding} again`}>
      <FormFold summary="Open it again">
        <FormTextArea name="reason" label="Why it is opened again" rows={3} required />
        <Submit tone="fail" disabledReason={null}>
          Open it again
        </Submit>
      </FormFold>
    </ActionForm>
  )
}
