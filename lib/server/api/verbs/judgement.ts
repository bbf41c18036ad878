import { fileClaim } from '#db/claims/file-claim.ts'
import { withdrawClaim } from '#db/claims/withdraw-claim.ts'
import { askForMore } from '#db/verdicts/ask-for-more.ts'
import { recordRuling } from '#db/verdicts/record-ruling.ts'
import { recordVerdict } from '#db/verdicts/record-verdict.ts'
import { FileClaimInput, WithdrawClaimInput } from '#lib/claims/inputs.ts'
import { AskForMoreInput, RecordRulingInput, RecordVerdictInput } from '#lib/verdicts/inputs.ts'
import { type Verb, verb } from '../verb.ts'
import { GATE } from './paths.ts'

/** What is claimed of a gate and how it is judged. */
export const JUDGEMENT_VERBS: readonly Verb[] = [
  verb({
    name: 'fileClaim',
    path: `${GATE}/claims`,
    permission: 'claim.file',
    summary: 'Claim a gate: the next revision.',
    input: FileClaimInput,
    run: fileClaim,
  }),
  verb({
    name: 'withdrawClaim',
    path: `${GATE}/claims/{revision}/withdraw`,
    permission: 'claim.withdraw',
    summary: 'Withdraw a claim.',
    input: WithdrawClaimInput,
    run: withdrawClaim,
  }),
  verb({
    name: 'recordRuling',
    path: `${GATE}/failures/{failure}/rulings`,
    permission: 'ruling.record',
    summary: 'Rule PASS or FAIL on one failure of a claim, naming its digest.',
    input: RecordRulingInput,
    run: recordRuling,
  }),
  verb({
    name: 'askForMore',
    path: `${GATE}/failures/{failure}/more`,
    permission: 'more.ask',
    summary: 'Hand the turn back with what would settle it.',
    input: AskForMoreInput,
    run: askForMore,
  }),
  verb({
    name: 'recordVerdict',
    path: `${GATE}/verdicts`,
    permission: 'verdict.record',
    summary: 'Give the gate’s verdict, naming the claim’s digest.',
    input: RecordVerdictInput,
    run: recordVerdict,
  }),
]
