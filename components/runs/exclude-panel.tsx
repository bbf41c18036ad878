import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormText } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'
import { GoesStale } from '#components/gates/goes-stale.tsx'
import { Note, Panel } from '#components/look/panel.tsx'

type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & {
  phase: string
  run: number
  excludedReason: string | null
  disabledReason: string | null
  /** The gates whose PASS rests on it. */
  goesStale: readonly string[]
}

/** Leaving a run out of every count, with the reason. It stays visible. */
export function ExcludePanel({ action, commandId, phase, run, excludedReason, disabledReason, goesStale }: Props) {
  if (excludedReason !== null) {
    return (
      <Panel title="Left out">
        <Note>{excludedReason.replace(/\.$/, '')}. It is shown and supports nothing; nothing brings it back.</Note>
      </Panel>
    )
  }
  return (
    <Panel title="Leave it out">
      <Note>For a run that another deploy disturbed, or that ran something else than it says.</Note>
      <GoesStale gates={goesStale} what="Leaving it out" />
      <ActionForm
        action={action}
        commandId={commandId}
        hidden={{ phase, run: String(run) }}
        label={`Leave out run #${run}`}
      >
        <FormText name="reason" label="Why it must not count" required />
        <Submit tone="plain" disabledReason={disabledReason}>
          Leave it out
        </Submit>
      </ActionForm>
    </Panel>
  )
}
