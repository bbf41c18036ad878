import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormText } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'
import { PASSWORD_LENGTH } from '#lib/people/password-length.ts'

type Form = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & { token: string }

/** `asksName`: somebody new; a further sign-in belongs to a person whose name is known. */
export function JoinForm({ action, commandId, token, asksName }: Form & { asksName: boolean }) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ token }} label="Join">
      {asksName && (
        <FormText
          name="name"
          label="Your name"
          autoComplete="name"
          hint="It stands beside everything you record."
          required
        />
      )}
      <FormText
        name="email"
        label="Email"
        type="email"
        autoComplete="username"
        hint="You sign in with it. No mail is sent."
        required
      />
      <FormText
        name="password"
        label="Password"
        type="password"
        autoComplete="new-password"
        hint={`At least ${PASSWORD_LENGTH.least} characters.`}
        required
      />
      <Submit disabledReason={null}>Join</Submit>
    </ActionForm>
  )
}

/** For who is signed in and follows a link for a role. */
export function TakeRoleForm({ action, commandId, token, name }: Form & { name: string }) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ token }} label="Take the role">
      <Submit disabledReason={null}>{`Take the role as ${name}`}</Submit>
    </ActionForm>
  )
}
