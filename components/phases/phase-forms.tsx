import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormRadios, FormText, FormTextArea } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'
import { gatePurposes, PURPOSE_WORD } from '#lib/gates/requirements.ts'

type Form = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & { disabledReason: string | null }

export function PhaseForm({ action, commandId, disabledReason }: Form) {
  return (
    <ActionForm action={action} commandId={commandId} label="Open a phase">
      <FormText name="phase" width="medium" label="Name" hint="As in file names and addresses: redfix" required />
      <FormText name="title" label="What it is, in a few words" required />
      <FormTextArea
        name="mission"
        label="Mission"
        rows={4}
        hint="What is to be done, so that a stranger understands it."
        required
      />
      <FormText name="planPath" label="Where its plan lies" hint="A path or address, if there is one." />
      <FormTextArea name="doneRule" label="When it is done" rows={2} hint="In the team’s words, if they have them." />
      <FormText
        name="lifetimeHours"
        width="short"
        label="Hours a PASS stays fresh"
        inputMode="numeric"
        defaultValue="24"
        required
      />
      <Submit disabledReason={disabledReason}>Open the phase</Submit>
    </ActionForm>
  )
}

export function FailureForm({ action, commandId, disabledReason, phase }: Form & { phase: string }) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ phase }} label="Add a failure">
      <FormText name="failure" width="medium" label="Name" hint="Usually the recipe’s." required />
      <FormText name="recipe" width="medium" label="Recipe" required />
      <FormText name="version" width="medium" label="Version" hint="As it was swept: 2.1.9+10.11.15" />
      <FormText name="image" label="Image" />
      <FormText name="sweptAs" label="What the sweep recorded as the cause" />
      <Submit disabledReason={disabledReason}>Add the failure</Submit>
    </ActionForm>
  )
}

export function GateForm({ action, commandId, disabledReason, phase }: Form & { phase: string }) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ phase }} label="Define a gate">
      <FormText
        name="gate"
        width="medium"
        label="Name"
        hint="As your team writes them: M1, WC1.1, M2(c), DoD-1. A name that exists is defined anew; rulings on it become stale."
        required
      />
      <FormRadios
        name="purpose"
        label="What it is about"
        cards={gatePurposes.map((value) => ({ value, label: PURPOSE_WORD[value] }))}
        required
      />
      <FormTextArea name="criteria" label="What it asks" rows={5} required />
      <Submit disabledReason={disabledReason}>Define the gate</Submit>
    </ActionForm>
  )
}
