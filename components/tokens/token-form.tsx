'use client'

import type { ComponentProps } from 'react'
import { FormRadios, FormText } from '#components/form/fields.tsx'
import { OnceForm } from '#components/form/once-form.tsx'
import { ShownOnce } from '#components/form/shown-once.tsx'
import { Submit } from '#components/form/submit.tsx'
import { ROLE_WORD, type Role } from '#lib/people/roles.ts'
import type { IssueState } from '#lib/tokens/issue-state.ts'
import { LIFETIME_DAYS, READ_ONLY } from '#lib/tokens/token-words.ts'

type Made = Pick<NonNullable<IssueState['made']>, 'secret' | 'expires'>
type Form = Pick<ComponentProps<typeof OnceForm<Made>>, 'action' | 'commandId'>
type Props = Form & { phase: string; role: Role | null; disabledReason: string | null }

/** Issues a token for a program of the reader's, and shows it once. */
export function TokenForm({ action, commandId, phase, role, disabledReason }: Props) {
  return (
    <OnceForm
      action={action}
      commandId={commandId}
      hidden={{ phase }}
      label="Issue a token"
      refusal="No token was issued"
      show={({ secret, expires }) => (
        <ShownOnce
          name="secret"
          label="The token"
          value={secret}
          hint={`Good until ${expires}. It is shown only now, and kept nowhere: put it where the program finds it.`}
          copy="Copy the token"
        />
      )}
    >
      <FormText
        name="name"
        label="For which program"
        width="medium"
        hint="For example “nightly claim script”."
        required
      />
      <FormRadios name="role" label="What it may do" cards={cardsFor(role)} defaultValue={READ_ONLY} required />
      <FormText
        name="days"
        label="For how many days"
        width="short"
        inputMode="numeric"
        defaultValue={String(LIFETIME_DAYS.usual)}
        hint={`${LIFETIME_DAYS.least} to ${LIFETIME_DAYS.most}.`}
        required
      />
      <Submit disabledReason={disabledReason}>Issue the token</Submit>
    </OnceForm>
  )
}

function cardsFor(role: Role | null) {
  const reads = { value: READ_ONLY, label: 'Only read', hint: 'The phase with its events. It can record nothing.' }
  if (role === null || role === 'stakeholder') return [reads]
  return [
    reads,
    {
      value: role,
      label: `Act as ${ROLE_WORD[role]}`,
      hint: 'Whatever you may do in this phase, in your name, while you hold this role.',
    },
  ]
}
