import { submitWithdrawal } from '#app/phases/[phase]/gates/actions.ts'
import { ActionForm } from '#components/form/action-form.tsx'
import { FormText } from '#components/form/fields.tsx'
import { Button } from '#components/look/button.tsx'
import { Fold } from '#components/look/fold.tsx'
import { can } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'

/** Taking a claim back: it stays in the record, with the reason. */
export function WithdrawPanel({
  phase,
  gate,
  revision,
  actor,
}: {
  phase: string
  gate: string
  revision: number
  actor: Actor
}) {
  if (!can(actor, 'claim.withdraw')) return null
  return (
    <Fold summary={`Withdraw revision ${revision}`}>
      <ActionForm
        action={submitWithdrawal}
        commandId={newCommandId()}
        hidden={{ phase, gate, revision: String(revision) }}
        label={`Withdraw the claim on ${gate}`}
      >
        <FormText name="reason" label="Why it is withdrawn" required />
        <Button>Withdraw</Button>
      </ActionForm>
    </Fold>
  )
}
