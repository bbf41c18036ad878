'use server'

import { issueToken } from '#db/tokens/issue-token.ts'
import { revokeToken } from '#db/tokens/revoke-token.ts'
import { addressOf, afterRecording } from '#lib/phases/addresses.ts'
import { defineAction } from '#lib/server/actions/define-action.ts'
import { defineTokenAction } from '#lib/server/actions/define-token-action.ts'
import { IssueTokenInput, RevokeTokenInput } from '#lib/tokens/inputs.ts'

export const submitToken = defineTokenAction({ permission: 'token.issue', input: IssueTokenInput, run: issueToken })

export const submitRevocation = defineAction({
  permission: 'token.revoke',
  input: RevokeTokenInput,
  run: revokeToken,
  goTo: ({ seq }, { phase }) => afterRecording(addressOf.tokens(phase), seq),
})
