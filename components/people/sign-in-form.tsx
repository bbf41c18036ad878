import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormText } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'

type Form = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'>

export function SignInForm({ action, commandId, next }: Form & { next: string }) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ next }} label="Sign in">
      <FormText name="email" label="Email" type="email" autoComplete="username" required />
      <FormText name="password" label="Password" type="password" autoComplete="current-password" required />
      <Submit disabledReason={null}>Sign in</Submit>
    </ActionForm>
  )
}
