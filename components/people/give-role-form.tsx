import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormSelect, FormText } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'
import type { Choice } from '#components/look/text-field.tsx'
import { CHOOSE, PersonField, RoleFields } from './role-fields.tsx'

type Form = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'>

export function GiveRoleForm({
  people,
  phases,
  ...form
}: Form & { people: readonly Choice[]; phases: readonly Choice[] }) {
  return (
    <ActionForm {...form} label="Give a role">
      <PersonField people={people} />
      <RoleFields phases={phases} />
      <Submit disabledReason={null}>Give the role</Submit>
    </ActionForm>
  )
}

/** `holdings`: every role that somebody holds, each named by its value. */
export function WithdrawRoleForm({ holdings, ...form }: Form & { holdings: readonly Choice[] }) {
  return (
    <ActionForm {...form} label="Withdraw a role">
      <FormSelect name="holding" label="Whose role" choices={[CHOOSE, ...holdings]} required />
      <FormText
        name="reason"
        label="Why"
        hint="It stands in the record. What was recorded in the role stays."
        required
      />
      <Submit disabledReason={null} tone="fail">
        Withdraw the role
      </Submit>
    </ActionForm>
  )
}
