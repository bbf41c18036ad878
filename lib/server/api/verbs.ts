import { fileClaim } from '#db/claims/file-claim.ts'
import { withdrawClaim } from '#db/claims/withdraw-claim.ts'
import { proposeClassification } from '#db/classifications/propose-classification.ts'
import { citeCode } from '#db/evidence/cite-code.ts'
import { recordObservation } from '#db/evidence/record-observation.ts'
import { addFailure } from '#db/failures/add-failure.ts'
import { addressFinding } from '#db/findings/address-finding.ts'
import { closeFinding } from '#db/findings/close-finding.ts'
import { reopenFinding } from '#db/findings/reopen-finding.ts'
import { attachFix } from '#db/fixes/attach-fix.ts'
import { updateFix } from '#db/fixes/update-fix.ts'
import { defineGate } from '#db/gates/define-gate.ts'
import { unfoldReasoning } from '#db/notes/unfold-reasoning.ts'
import { writeNote } from '#db/notes/write-note.ts'
import { meetObligation } from '#db/obligations/meet-obligation.ts'
import { owe } from '#db/obligations/owe.ts'
import { declareDone } from '#db/phases/declare-done.ts'
import { recordPlan } from '#db/phases/record-plan.ts'
import { excludeRun } from '#db/runs/exclude-run.ts'
import { openThread } from '#db/threads/open-thread.ts'
import { reply } from '#db/threads/reply.ts'
import { settleThread } from '#db/threads/settle-thread.ts'
import { askForMore } from '#db/verdicts/ask-for-more.ts'
import { recordRuling } from '#db/verdicts/record-ruling.ts'
import { recordVerdict } from '#db/verdicts/record-verdict.ts'
import { liftVeto } from '#db/vetoes/lift-veto.ts'
import { raiseVeto } from '#db/vetoes/raise-veto.ts'
import { FileClaimInput, WithdrawClaimInput } from '#lib/claims/inputs.ts'
import { ProposeClassificationInput } from '#lib/classifications/inputs.ts'
import { CiteCodeInput, RecordObservationInput } from '#lib/evidence/inputs.ts'
import { AddressFindingInput, CloseFindingInput, ReopenFindingInput } from '#lib/findings/inputs.ts'
import { AttachFixInput, UpdateFixInput } from '#lib/fixes/inputs.ts'
import { UnfoldReasoningInput, WriteNoteInput } from '#lib/notes/inputs.ts'
import { MeetObligationInput, OweInput } from '#lib/obligations/inputs.ts'
import { AddFailureInput, DeclareDoneInput, DefineGateInput, RecordPlanInput } from '#lib/phases/inputs.ts'
import { ExcludeRunInput } from '#lib/runs/inputs.ts'
import { OpenThreadInput, ReplyInput, SettleThreadInput } from '#lib/threads/inputs.ts'
import { AskForMoreInput, RecordRulingInput, RecordVerdictInput } from '#lib/verdicts/inputs.ts'
import { LiftVetoInput, RaiseVetoInput } from '#lib/vetoes/inputs.ts'
import { attachRunVerb } from './attach-run.ts'
import { type Verb, verb } from './verb.ts'

const PHASE = '/phases/{phase}'
const FAILURE = `${PHASE}/failures/{failure}`
const GATE = `${PHASE}/gates/{gate}`
const FINDING = `${PHASE}/findings/{finding}`

/** Everything that a program may record: one row a verb, below /api/v1. The door, OpenAPI and the role matrix read this table. */
export const VERBS: readonly Verb[] = [
  verb({
    name: 'addFailure',
    path: `${PHASE}/failures`,
    permission: 'failure.add',
    summary: 'Add a failure to the phase.',
    input: AddFailureInput,
    run: addFailure,
  }),
  verb({
    name: 'defineGate',
    path: `${PHASE}/gates`,
    permission: 'gate.define',
    summary: 'Define a gate, or change what it asks.',
    input: DefineGateInput,
    run: defineGate,
  }),
  verb({
    name: 'recordPlan',
    path: `${PHASE}/plan`,
    permission: 'plan.record',
    summary: 'Record the plan’s text.',
    input: RecordPlanInput,
    run: recordPlan,
  }),
  verb({
    name: 'writeNote',
    path: `${PHASE}/notes`,
    permission: 'note.write',
    summary: 'Write a note, about a failure or the whole phase.',
    input: WriteNoteInput,
    run: writeNote,
  }),
  verb({
    name: 'unfoldReasoning',
    path: `${PHASE}/events/{seq}/unfold`,
    permission: 'reasoning.unfold',
    summary: 'Read the Builder’s reasoning before ruling; the record shows it.',
    input: UnfoldReasoningInput,
    run: unfoldReasoning,
  }),
  verb({
    name: 'owe',
    path: `${PHASE}/obligations`,
    permission: 'obligation.owe',
    summary: 'Say what is owed.',
    input: OweInput,
    run: owe,
  }),
  verb({
    name: 'meetObligation',
    path: `${PHASE}/obligations/{obligation}/meet`,
    permission: 'obligation.meet',
    summary: 'Meet what is owed.',
    input: MeetObligationInput,
    run: meetObligation,
  }),
  attachRunVerb,
  verb({
    name: 'excludeRun',
    path: `${PHASE}/runs/{run}/exclude`,
    permission: 'run.exclude',
    summary: 'Leave a run out of every count.',
    input: ExcludeRunInput,
    run: excludeRun,
  }),
  verb({
    name: 'recordObservation',
    path: `${FAILURE}/observations`,
    permission: 'evidence.attach',
    summary: 'Record a command by hand with what it printed.',
    input: RecordObservationInput,
    run: recordObservation,
  }),
  verb({
    name: 'citeCode',
    path: `${FAILURE}/code-references`,
    permission: 'evidence.attach',
    summary: 'Cite lines of code at a commit.',
    input: CiteCodeInput,
    run: citeCode,
  }),
  verb({
    name: 'proposeClassification',
    path: `${FAILURE}/classifications`,
    permission: 'classification.propose',
    summary: 'Classify a failure on both axes, with its cause.',
    input: ProposeClassificationInput,
    run: proposeClassification,
  }),
  verb({
    name: 'attachFix',
    path: `${FAILURE}/fixes`,
    permission: 'fix.attach',
    summary: 'Attach what is to mend a failure.',
    input: AttachFixInput,
    run: attachFix,
  }),
  verb({
    name: 'updateFix',
    path: `${PHASE}/fixes/{fix}/update`,
    permission: 'fix.update',
    summary: 'Say where a fix stands now.',
    input: UpdateFixInput,
    run: updateFix,
  }),
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
  verb({
    name: 'addressFinding',
    path: `${FINDING}/address`,
    permission: 'finding.address',
    summary: 'Say with what a finding is addressed.',
    input: AddressFindingInput,
    run: addressFinding,
  }),
  verb({
    name: 'closeFinding',
    path: `${FINDING}/close`,
    permission: 'finding.close',
    summary: 'Close a finding, with the evidence.',
    input: CloseFindingInput,
    run: closeFinding,
  }),
  verb({
    name: 'reopenFinding',
    path: `${FINDING}/reopen`,
    permission: 'finding.reopen',
    summary: 'Open a finding again.',
    input: ReopenFindingInput,
    run: reopenFinding,
  }),
  verb({
    name: 'raiseVeto',
    path: `${PHASE}/vetoes`,
    permission: 'veto.raise',
    summary: 'Veto a gate or the phase.',
    input: RaiseVetoInput,
    run: raiseVeto,
  }),
  verb({
    name: 'liftVeto',
    path: `${PHASE}/vetoes/{veto}/lift`,
    permission: 'veto.lift',
    summary: 'Lift a veto of one’s own.',
    input: LiftVetoInput,
    run: liftVeto,
  }),
  verb({
    name: 'declareDone',
    path: `${PHASE}/done`,
    permission: 'phase.declare-done',
    summary: 'Declare DONE.',
    input: DeclareDoneInput,
    run: declareDone,
    weighs: 'done',
  }),
  verb({
    name: 'openThread',
    path: `${PHASE}/threads`,
    permission: 'thread.open',
    summary: 'Ask a question about something on record.',
    input: OpenThreadInput,
    run: openThread,
  }),
  verb({
    name: 'reply',
    path: `${PHASE}/threads/{thread}/replies`,
    permission: 'thread.reply',
    summary: 'Reply in a thread.',
    input: ReplyInput,
    run: reply,
  }),
  verb({
    name: 'settleThread',
    path: `${PHASE}/threads/{thread}/settle`,
    permission: 'thread.reply',
    summary: 'Settle a thread.',
    input: SettleThreadInput,
    run: settleThread,
  }),
]
