import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormRadios } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'
import { readableText } from '#lib/words/readable-text.ts'

type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & {
  phase: string
  failure: string
  host: string
  diagnoses: readonly { name: string; command: string }[]
  disabledReason: string | null
}

/** One of the commands that a host offers for looking, given by Gatehouse; what it prints is sealed as it comes. */
export function DiagnoseForm({ action, commandId, phase, failure, host, diagnoses, disabledReason }: Props) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ phase, failure, host }} label="Diagnose">
      <FormRadios
        name="diagnosis"
        label={`What to look at on ${host}`}
        cards={diagnoses.map(({ name, command }) => ({
          value: name,
          label: readableText(name),
          hint: <code>{readableText(command)}</code>,
        }))}
        required
      />
      <Submit disabledReason={disabledReason}>Look, and seal what it prints</Submit>
    </ActionForm>
  )
}
