import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormRadios, FormSelect, FormText, FormTextArea } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'
import { Actions, Button } from '#components/look/button.tsx'
import { NOTE_WORD, type NoteKind, noteKinds } from '#lib/notes/note-kinds.ts'
import type { ObligationFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { readableText } from '#lib/words/readable-text.ts'

type Form = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'>
type Props = Form & { facts: PhaseFacts; failure: string | null; disabledReason: string | null }

const whole = { value: '', label: 'the whole phase' }
const failureChoices = (facts: PhaseFacts) => [
  whole,
  ...facts.failures.map(({ failure }) => ({ value: failure, label: failure })),
]

export function NoteForm({ action, commandId, facts, failure, disabledReason }: Props) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ phase: facts.phase }} label="Write a note">
      <FormRadios
        name="note"
        label="What kind of note"
        defaultValue="log"
        cards={noteKinds.map((value) => ({ value, label: NOTE_WORD[value], hint: HINT[value] }))}
      />
      <FormSelect name="failure" label="About" defaultValue={failure ?? ''} choices={failureChoices(facts)} />
      <FormTextArea name="text" label="Note" rows={6} required />
      <FormText name="statedAt" placeholder="2026-06-18 00:10" label="When it was, if not now (UTC)" />
      <Submit disabledReason={disabledReason}>Record the note</Submit>
    </ActionForm>
  )
}

export function OweForm({ action, commandId, facts, failure, disabledReason }: Props) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ phase: facts.phase }} label="Say what is still owed">
      <FormSelect
        name="by"
        label="Who owes it"
        defaultValue=""
        choices={[
          { value: '', label: 'choose' },
          { value: 'builder', label: 'the Builder' },
          { value: 'adversary', label: 'the Adversary' },
        ]}
      />
      <FormSelect name="failure" label="About" defaultValue={failure ?? ''} choices={failureChoices(facts)} />
      <FormText name="text" label="What is owed" required />
      <FormSelect
        name="before"
        label="Owed before"
        hint="A gate cannot be passed while something is owed before it."
        defaultValue=""
        choices={[
          { value: '', label: 'no gate in particular' },
          ...facts.gates.map(({ gate }) => ({ value: gate, label: gate })),
        ]}
      />
      <Submit tone="plain" disabledReason={disabledReason}>
        Record what is owed
      </Submit>
    </ActionForm>
  )
}

export function MeetForm({ action, commandId, facts, owed }: Form & { facts: PhaseFacts; owed: ObligationFacts }) {
  const fitting = facts.evidence.filter((one) => owed.failure === null || one.failure === owed.failure)
  return (
    <ActionForm
      action={action}
      commandId={commandId}
      hidden={{ phase: facts.phase, obligation: String(owed.obligation) }}
      label={`Meet what is owed: ${readableText(owed.text)}`}
    >
      <FormSelect
        name="evidence"
        label="By which evidence"
        defaultValue=""
        choices={[
          { value: '', label: 'none, said in words' },
          ...fitting.map(({ ref, summary }) => ({ value: ref, label: `${ref} ${summary}` })),
        ]}
      />
      <FormText name="how" label="How it was met" required />
      <Actions>
        <Button>Record it as met</Button>
      </Actions>
    </ActionForm>
  )
}

const HINT = {
  log: 'What happened, for everybody to read at once.',
  'pre-staging': 'Looked at before a claim. It is not a verdict and is marked so.',
  reasoning: 'Why you think so. Folded for the Adversary until they have ruled.',
} satisfies Record<NoteKind, string>
