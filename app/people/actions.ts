'use server'

import { giveRole } from '#db/people/give-role.ts'
import { invite, inviteFurtherSignIn } from '#db/people/invite.ts'
import { withdrawRole } from '#db/people/withdraw-role.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import { FurtherSignInInput, GiveRoleInput, InviteInput, WithdrawRoleInput } from '#lib/people/people-inputs.ts'
import { defineAction } from '#lib/server/actions/define-action.ts'
import { defineLinkAction } from '#lib/server/actions/define-link-action.ts'

const backToPeople = ({ seq }: Recorded): string => `/people?done=${seq}`

export const submitRole = defineAction({
  permission: 'person.invite',
  input: GiveRoleInput,
  run: giveRole,
  goTo: backToPeople,
})

export const submitWithdrawal = defineAction({
  permission: 'role.withdraw',
  input: WithdrawRoleInput,
  run: withdrawRole,
  goTo: backToPeople,
})

export const submitInvitation = defineLinkAction({ permission: 'person.invite', input: InviteInput, run: invite })

export const submitFurtherSignIn = defineLinkAction({
  permission: 'person.invite',
  input: FurtherSignInInput,
  run: inviteFurtherSignIn,
})
