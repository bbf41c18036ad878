import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormTextArea } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'
import { BOTH_SIDES_READ } from './ask-form.tsx'

type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & {
  phase: string
  thread: number
  disabledReason: string | null
}

export function ReplyForm({ action, commandId, phase, thread, disabledReason }: Props) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ phase, thread: String(thread) }} label="Write a reply">
      <FormTextArea name="text" label="Reply" hint={BOTH_SIDES_READ} rows={4} required />
      <Submit disabledReason={disabledReason}>Record the reply</Submit>
    </ActionForm>
  )
}

export function SettleForm({ action, commandId, phase, thread, disabledReason }: Props) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ phase, thread: String(thread) }} label="Settle">
      <Submit tone="plain" disabledReason={disabledReason}>
        Settle it
      </Submit>
    </ActionForm>
  )
}
