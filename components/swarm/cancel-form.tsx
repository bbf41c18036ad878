import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormText } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'
import { Note, Panel } from '#components/look/panel.tsx'

type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & {
  phase: string
  run: number
  started: boolean
  disabledReason: string | null
}

/** Ends a run, or takes it out of the queue, with the reason. */
export function CancelForm({ action, commandId, phase, run, started, disabledReason }: Props) {
  const label = started ? 'Cancel the run' : 'Take it out of the queue'
  return (
    <Panel title={label}>
      {started && <Note>Everything it started on the host is ended, killed after ten seconds, and looked for.</Note>}
      <ActionForm
        action={action}
        commandId={commandId}
        hidden={{ phase, run: String(run) }}
        label={`Cancel run #${run}`}
        refusal="Not cancelled"
      >
        <FormText name="reason" label="Why" required />
        <Submit tone={started ? 'fail' : 'plain'} disabledReason={disabledReason}>
          {label}
        </Submit>
      </ActionForm>
    </Panel>
  )
}
