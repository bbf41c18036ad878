'use server'

import { addressFinding } from '#db/findings/address-finding.ts'
import { closeFinding } from '#db/findings/close-finding.ts'
import { reopenFinding } from '#db/findings/reopen-finding.ts'
import { AddressFindingInput, CloseFindingInput, ReopenFindingInput } from '#lib/findings/inputs.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import { addressOf, afterRecording } from '#lib/phases/addresses.ts'
import { defineAction } from '#lib/server/actions/define-action.ts'

const backToFailure = ({ seq, failure }: Recorded, { phase }: { phase: string }): string =>
  afterRecording(failure === null ? addressOf.timeline(phase) : addressOf.failure(phase, failure), seq)

export const submitAddressedFinding = defineAction({
  permission: 'finding.address',
  input: AddressFindingInput,
  run: addressFinding,
  goTo: backToFailure,
})

export const submitClosedFinding = defineAction({
  permission: 'finding.close',
  input: CloseFindingInput,
  run: closeFinding,
  goTo: backToFailure,
})

export const submitReopenedFinding = defineAction({
  permission: 'finding.reopen',
  input: ReopenFindingInput,
  run: reopenFinding,
  goTo: backToFailure,
})
