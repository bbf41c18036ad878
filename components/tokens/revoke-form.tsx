import type { ComponentProps } from 'react'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormSelect, FormText } from '#components/form/fields.tsx'
import { Submit } from '#components/form/submit.tsx'
import type { Choice } from '#components/look/text-field.tsx'

type Form = Pick<ComponentProps<typeof ActionForm>, 'action' | 'commandId'>
type Props = Form & { phase: string; tokens: readonly Choice[]; disabledReason: string | null }

/** `tokens`: those the reader may end. */
export function RevokeForm({ action, commandId, phase, tokens, disabledReason }: Props) {
  return (
    <ActionForm action={action} commandId={commandId} hidden={{ phase }} label="Revoke a token">
      <FormSelect name="token" label="Which token" choices={[{ value: '', label: 'Choose …' }, ...tokens]} required />
      <FormText name="reason" label="Why" hint="It stands in the record. The token ends at once." required />
      <Submit disabledReason={disabledReason} tone="fail">
        Revoke the token
      </Submit>
    </ActionForm>
  )
}
