import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormText, FormTextArea } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'

type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & {
  phase: string
  failure: string
  disabledReason: string | null
}

/** What is offered to be recorded; each field can still be changed. */
export type OfferedObservation = { command: string; output: string; host: string; observedAt: string }

/** A command given by hand and what it printed. */
export function ObservationForm({
  action,
  commandId,
  phase,
  failure,
  disabledReason,
  offered,
}: Props & { offered?: OfferedObservation | undefined }) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ phase, failure }} label="Record an observation">
      <FormTextArea
        name="command"
        label="Command, exactly as given"
        defaultValue={offered?.command}
        rows={2}
        mono
        hint="For example: getent hosts app, a proxy table, a health URL."
        required
      />
      <FormTextArea
        name="output"
        label="What it printed"
        defaultValue={offered?.output}
        rows={offered === undefined ? 6 : 12}
        mono
        hint="Sealed by its SHA-256 when it is recorded."
        required
      />
      <div className="grid gap-x-4 wide:grid-cols-2">
        <FormText name="host" label="Host" defaultValue={offered?.host} required />
        <FormText
          name="observedAt"
          placeholder="2026-06-18 00:10"
          label="When (UTC)"
          defaultValue={offered?.observedAt}
          required
        />
      </div>
      <Submit disabledReason={disabledReason}>Record the observation</Submit>
    </ActionForm>
  )
}

/** Lines of code at a commit, quoted. */
export function CodeReferenceForm({ action, commandId, phase, failure, disabledReason }: Props) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ phase, failure }} label="Cite code">
      <FormText name="repository" label="Repository" required />
      <div className="grid gap-x-4 wide:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <FormText name="commit" label="Commit" hint="7 to 64 hex digits." required />
        <FormText name="path" label="Path" required />
      </div>
      <div className="grid grid-cols-2 gap-x-4 wide:w-[16rem]">
        <FormText name="fromLine" label="From line" inputMode="numeric" required />
        <FormText name="toLine" label="To line" inputMode="numeric" required />
      </div>
      <FormTextArea name="lines" label="The lines themselves" rows={6} mono required />
      <FormText name="shows" label="What they show" hint="One sentence, if the lines do not speak for themselves." />
      <Submit disabledReason={disabledReason}>Record the code reference</Submit>
    </ActionForm>
  )
}
