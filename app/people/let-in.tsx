import { Actions, DisabledControl } from '#components/look/button.tsx'
import { Panel } from '#components/look/panel.tsx'
import type { Choice } from '#components/look/text-field.tsx'
import { GiveRoleForm, WithdrawRoleForm } from '#components/people/give-role-form.tsx'
import { FurtherSignInForm, InviteForm } from '#components/people/invite-forms.tsx'
import { newCommandId } from '#lib/server/actions/new-command-id.ts'
import { submitFurtherSignIn, submitInvitation, submitRole, submitWithdrawal } from './actions.ts'

type Props = {
  people: readonly Choice[]
  /** Where the reader may invite; `everyPhase` is needed for a further sign-in, which carries all roles of its person. */
  phases: readonly Choice[]
  everyPhase: boolean
  /** The roles they may take back. */
  holdings: readonly Choice[]
  refusal: string
}

/** How people come in, for an Operator. */
export function LetIn({ people, phases, everyPhase, holdings, refusal }: Props) {
  return (
    <div className="grid items-start gap-x-4 desk:grid-cols-2">
      <Panel title="Invite somebody new">
        <InviteForm action={submitInvitation} commandId={newCommandId()} phases={phases} />
      </Panel>
      <Panel title="Give a role to somebody who is here">
        <GiveRoleForm action={submitRole} commandId={newCommandId()} people={people} phases={phases} />
      </Panel>
      <Panel title="A further sign-in for somebody who is here">
        <FurtherSignInForm
          action={submitFurtherSignIn}
          commandId={newCommandId()}
          people={people}
          disabledReason={everyPhase ? null : refusal}
        />
      </Panel>
      <Panel title="Withdraw a role">
        <WithdrawRoleForm action={submitWithdrawal} commandId={newCommandId()} holdings={holdings} />
      </Panel>
    </div>
  )
}

/** The same for everybody else: what there would be, and why not for them. */
export function LetInNot({ refusal }: { refusal: string }) {
  return (
    <Panel>
      {['Invite somebody', 'Give a role', 'Withdraw a role'].map((words) => (
        <Actions key={words}>
          <DisabledControl reason={refusal}>{words}</DisabledControl>
        </Actions>
      ))}
    </Panel>
  )
}
