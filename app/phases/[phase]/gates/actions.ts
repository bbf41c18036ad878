'use server'

import { fileClaim } from '#db/claims/file-claim.ts'
import { withdrawClaim } from '#db/claims/withdraw-claim.ts'
import { askForMore } from '#db/verdicts/ask-for-more.ts'
import { recordRuling } from '#db/verdicts/record-ruling.ts'
import { recordVerdict } from '#db/verdicts/record-verdict.ts'
import { FileClaimInput, WithdrawClaimInput } from '#lib/claims/inputs.ts'
import { addressOf, afterRecording } from '#lib/phases/addresses.ts'
import { defineAction } from '#lib/server/actions/define-action.ts'
import { AskForMoreInput, RecordRulingInput, RecordVerdictInput } from '#lib/verdicts/inputs.ts'

export const submitClaim = defineAction({
  permission: 'claim.file',
  input: FileClaimInput,
  run: fileClaim,
  goTo: ({ seq }, { phase, gate }) => afterRecording(addressOf.gate(phase, gate), seq),
})

export const submitWithdrawal = defineAction({
  permission: 'claim.withdraw',
  input: WithdrawClaimInput,
  run: withdrawClaim,
  goTo: ({ seq }, { phase, gate }) => afterRecording(addressOf.gate(phase, gate), seq),
})

export const submitRuling = defineAction({
  permission: 'ruling.record',
  input: RecordRulingInput,
  run: recordRuling,
  goTo: ({ seq }, { phase, gate, failure }) => afterRecording(addressOf.gate(phase, gate, failure), seq),
})

export const submitVerdict = defineAction({
  permission: 'verdict.record',
  input: RecordVerdictInput,
  run: recordVerdict,
  goTo: ({ seq }, { phase, gate }) => afterRecording(addressOf.gate(phase, gate), seq),
})

export const submitAskForMore = defineAction({
  permission: 'more.ask',
  input: AskForMoreInput,
  run: askForMore,
  goTo: ({ seq }, { phase, gate, failure }) => afterRecording(addressOf.gate(phase, gate, failure), seq),
})
