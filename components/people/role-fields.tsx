import { FormSelect } from '#components/form/fields.tsx'
import type { Choice } from '#components/look/text-field.tsx'
import { ROLE_WORD, roles } from '#lib/people/roles.ts'

export const CHOOSE: Choice = { value: '', label: 'Choose …' }

export function PersonField({ people }: { people: readonly Choice[] }) {
  return <FormSelect name="person" label="Person" choices={[CHOOSE, ...people]} required />
}

/** Which role, and where. */
export function RoleFields({ phases }: { phases: readonly Choice[] }) {
  const words = roles.map((role) => ({ value: role, label: ROLE_WORD[role] }))
  return (
    <>
      <FormSelect
        name="role"
        label="Role"
        choices={[CHOOSE, ...words]}
        hint="Nobody is Builder and Adversary in one phase."
        required
      />
      <FormSelect name="phase" label="In which phase" choices={[CHOOSE, ...phases]} required />
    </>
  )
}
