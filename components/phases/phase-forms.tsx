import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormText, FormTextArea } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'

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
