import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormText } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'
import { DisabledControl } from '#components/look/button.tsx'
import { Fold } from '#components/look/fold.tsx'

type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'> & {
  phase: string
  gate: string
  failure: string
  digest: string
  /** The reader is one who asks: their text stays, also while nothing can be asked. */
  writes: boolean
  reason: string | null
}

/** Neither PASS nor FAIL: what would settle it is owed, and the turn goes back without a finding. */
export function MoreForm({ action, commandId, phase, gate, failure, digest, writes, reason }: Props) {
  if (!writes)
    return (
      <div className="mb-4">
        <DisabledControl reason={reason ?? ''}>Ask for more</DisabledControl>
      </div>
    )
  return (
    <Fold summary="Ask for more">
      <ActionForm
        action={action}
        commandId={commandId}
        hidden={{ phase, gate, failure }}
        asRead={{ digest }}
        label={`Ask for more on ${failure}`}
      >
        <FormText
          name="text"
          label="What would settle it"
          hint="Owed before this gate; the turn goes back. No finding is opened."
          required
        />
        <Submit tone="plain" disabledReason={reason}>
          Ask
        </Submit>
      </ActionForm>
    </Fold>
  )
}
