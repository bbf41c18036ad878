import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { Button } from '#components/look/button.tsx'
import { PRACTICE_PEOPLE, practiceRoles } from '#lib/people/practice-people.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'

type Form = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'>

export function EnterPracticeForm({ action, commandId, next }: Form & { next: string }) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ next }} label="Practise">
      <ul className="grid gap-3">
        {practiceRoles.map((role) => (
          <li key={role} className="grid items-center gap-x-4 gap-y-1 wide:grid-cols-[210px_minmax(0,1fr)]">
            <Button name="role" value={role}>
              Enter as {ROLE_WORD[role]}
            </Button>
            <span className="text-mute">{PRACTICE_PEOPLE[role].does}</span>
          </li>
        ))}
      </ul>
    </ActionForm>
  )
}
