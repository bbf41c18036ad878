import type { ComponentProps } from 'react'
import { Submit } from '#components/form/submit.tsx'
import type { Choice } from '#components/look/text-field.tsx'
import { LinkForm } from './link-form.tsx'
import { PersonField, RoleFields } from './role-fields.tsx'

type Form = Pick<ComponentProps<typeof LinkForm>, 'action' | 'commandId'>

export function InviteForm({ phases, ...form }: Form & { phases: readonly Choice[] }) {
  return (
    <LinkForm {...form} label="Invite somebody new">
      <RoleFields phases={phases} />
      <Submit disabledReason={null}>Make a link</Submit>
    </LinkForm>
  )
}

export function FurtherSignInForm({
  people,
  disabledReason,
  ...form
}: Form & { people: readonly Choice[]; disabledReason: string | null }) {
  return (
    <LinkForm {...form} label="A further sign-in">
      <PersonField people={people} />
      <Submit disabledReason={disabledReason}>Make a link</Submit>
    </LinkForm>
  )
}
