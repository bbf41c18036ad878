import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { Actions, Button, DisabledControl } from '#components/look/button.tsx'
import type { UsualRun } from '#lib/swarm/usual-run.ts'

type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & {
  phase: string
  failure: string
  host: string
  run: UsualRun
  disabledReason: string | null
}

/** The usual run by one press. */
export function RunColdForm({ action, commandId, phase, failure, host, run, disabledReason }: Props) {
  const label =
    run.profile === 'load' ? 'Run cold under load' : run.profile === 'promote' ? 'Run the advance' : 'Run cold'
  return (
    <ActionForm
      action={action}
      commandId={commandId}
      hidden={{
        ...{ phase, failure, host, profile: run.profile, chosen: run.commit ?? '', chosenHarness: run.harness ?? '' },
        pullRequest: run.pullRequest === null ? '' : String(run.pullRequest),
      }}
      label={`Run ${failure} cold`}
      refusal="Not queued"
    >
      <Actions>
        {disabledReason === null ? (
          <Button tone="primary" shortcut="r">
            {label}
          </Button>
        ) : (
          <DisabledControl reason={disabledReason} shortcut="r">
            {label}
          </DisabledControl>
        )}
      </Actions>
    </ActionForm>
  )
}
