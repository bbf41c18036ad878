import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormSelect, FormTextArea } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'
import type { Role } from '#lib/people/roles.ts'
import { ASKABLE_WORD, type Askable, askable } from '#lib/threads/askable.ts'
import type { AskedAbout } from '#lib/threads/what-is-asked-about.ts'

type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & {
  phase: string
  choices: readonly AskedAbout[]
  /** What the reader came from; null: they choose. */
  about: string | null
  /** Whom they came to ask; else the other side. */
  to?: Askable | undefined
  role: Role | null
  disabledReason: string | null
}

export const BOTH_SIDES_READ = 'Both sides read this. The why belongs to the journal.'

/** A question, what it is about and whose answer is wanted. */
export function AskForm({ action, commandId, phase, choices, about, to, role, disabledReason }: Props) {
  const others = askable.filter((one) => one !== role)
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ phase }} label="Ask a question">
      <FormSelect
        name="about"
        label="What it is about"
        defaultValue={about ?? ''}
        choices={[
          { value: '', label: 'choose' },
          ...choices.map((choice) => ({ value: choice.about, label: KIND_WORDS[choice.kind](choice) })),
        ]}
      />
      <FormSelect
        name="to"
        label="Whose answer is wanted"
        defaultValue={to ?? OTHER_SIDE[role ?? 'stakeholder']}
        choices={[{ value: '', label: 'choose' }, ...others.map((value) => ({ value, label: ASKABLE_WORD[value] }))]}
      />
      <FormTextArea name="text" label="Question" hint={BOTH_SIDES_READ} rows={5} required />
      <Submit disabledReason={disabledReason}>Ask</Submit>
    </ActionForm>
  )
}

const KIND_WORDS = {
  claim: ({ about }) => `${about}, its claim`,
  failure: ({ about }) => `${about}, the failure`,
  finding: ({ about, failure }) => `${about}, a finding on ${failure}`,
  run: ({ about, failure }) => `${about}, a run of ${failure}`,
} satisfies Record<AskedAbout['kind'], (choice: AskedAbout) => string>

/** Whom one usually asks. */
const OTHER_SIDE = { builder: 'adversary', adversary: 'builder', operator: '', stakeholder: '' } satisfies Record<
  Role,
  Askable | ''
>
