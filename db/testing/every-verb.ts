import { USUAL_REQUIREMENTS } from '#lib/gates/requirements.ts'
import type { Command } from '#lib/ledger/command.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import type { Permission } from '#lib/people/permissions.ts'
import { ok, type Result } from '#lib/result.ts'
import { fileClaim } from '../claims/file-claim.ts'
import { withdrawClaim } from '../claims/withdraw-claim.ts'
import { proposeClassification } from '../classifications/propose-classification.ts'
import type { Db } from '../db.ts'
import { citeCode } from '../evidence/cite-code.ts'
import { recordObservation } from '../evidence/record-observation.ts'
import { addFailure } from '../failures/add-failure.ts'
import { addressFinding } from '../findings/address-finding.ts'
import { closeFinding } from '../findings/close-finding.ts'
import { reopenFinding } from '../findings/reopen-finding.ts'
import { attachFix } from '../fixes/attach-fix.ts'
import { updateFix } from '../fixes/update-fix.ts'
import { defineGate } from '../gates/define-gate.ts'
import { unfoldReasoning } from '../notes/unfold-reasoning.ts'
import { writeNote } from '../notes/write-note.ts'
import { meetObligation } from '../obligations/meet-obligation.ts'
import { owe } from '../obligations/owe.ts'
import { giveRole } from '../people/give-role.ts'
import { withdrawRole } from '../people/withdraw-role.ts'
import { declareDone } from '../phases/declare-done.ts'
import { importReview } from '../phases/import-review.ts'
import { openPhase } from '../phases/open-phase.ts'
import { recordPlan } from '../phases/record-plan.ts'
import { attachRun } from '../runs/attach-run.ts'
import { excludeRun } from '../runs/exclude-run.ts'
import { cancelRun } from '../swarm/cancel-run.ts'
import { configureHost, pinHostKey, retireHost } from '../swarm/configure-host.ts'
import { requestRun } from '../swarm/request-run.ts'
import { releaseReservation, takeReservation } from '../swarm/reserve.ts'
import { openThread } from '../threads/open-thread.ts'
import { reply } from '../threads/reply.ts'
import { settleThread } from '../threads/settle-thread.ts'
import { issueToken } from '../tokens/issue-token.ts'
import { revokeToken } from '../tokens/revoke-token.ts'
import { askForMore } from '../verdicts/ask-for-more.ts'
import { recordRuling } from '../verdicts/record-ruling.ts'
import { recordVerdict } from '../verdicts/record-verdict.ts'
import { liftVeto } from '../vetoes/lift-veto.ts'
import { raiseVeto } from '../vetoes/raise-veto.ts'
import { typedClassification, typedLines, typedObservation, typedRun } from './evidence.ts'
import { typedFix, typedPush } from './fixes.ts'
import { claimedDigest, typedClaim, typedRuling, typedVerdict } from './gates.ts'
import { typedHost, typedKey, typedRequest, typedReservation } from './swarm.ts'

export type As = <Input>(input: Input, at?: Date) => Command<Input>
/** `reason`: any words, so that the same verb given twice says something new. `phase`: where it is tried. */
export type Verb = {
  permission: Permission
  act: (db: Db, as: As, reason: string, phase?: string) => Result<Recorded>
}

const note = { failure: null, note: 'log', statedAt: null } as const
const gate = { gate: 'M1', criteria: 'Each is shown.', requirements: [...USUAL_REQUIREMENTS.cause] }
const opened = { title: 'A phase', mission: 'A mission.', planPath: null, doneRule: null, lifetimeHours: 24 }
const added = { recipe: 'keycloak', version: null, image: null, sweptAs: null }
const reviewOf = (phase: string) => ({ phase, name: 'R.md', sha256: '', text: `# REVIEW — phase ${phase}`, taken: [] })

/** Every verb that records, by name; each as somebody would give it in the phase redfix while M1 is claimed. */
export const EVERY_VERB: { [verb: string]: Verb } = {
  openPhase: {
    permission: 'phase.open',
    act: (db, as, _, phase = 'lvl5') => openPhase(db, as({ ...opened, phase })),
  },
  importReview: {
    permission: 'review.import',
    act: (db, as, _, phase = 'redfix') => importReview(db, as(reviewOf(phase))),
  },
  addFailure: {
    permission: 'failure.add',
    act: (db, as, _, phase = 'redfix') => addFailure(db, as({ ...added, phase, failure: 'keycloak' })),
  },
  defineGate: {
    permission: 'gate.define',
    act: (db, as, reason, phase = 'redfix') => defineGate(db, as({ ...gate, phase, criteria: reason, anew: true })),
  },
  recordPlan: {
    permission: 'plan.record',
    act: (db, as, text, phase = 'redfix') => recordPlan(db, as({ phase, name: 'plans/redfix.md', text })),
  },
  declareDone: {
    permission: 'phase.declare-done',
    act: (db, as, words, phase = 'redfix') => declareDone(db, as({ phase, words })),
  },
  writeNote: {
    permission: 'note.write',
    act: (db, as, text, phase = 'redfix') => writeNote(db, as({ ...note, phase, text })),
  },
  owe: {
    permission: 'obligation.owe',
    act: (db, as, text, phase = 'redfix') =>
      owe(db, as({ phase, failure: 'mumble', by: 'builder', text, before: null })),
  },
  meetObligation: {
    permission: 'obligation.meet',
    act: (db, as, how, phase = 'redfix') => meetObligation(db, as({ phase, obligation: 1, evidence: null, how })),
  },
  attachRun: {
    permission: 'evidence.attach',
    act: (db, as, remark, phase = 'redfix') => attachRun(db, as(typedRun('mumble', { phase, remark, host: remark }))),
  },
  recordObservation: {
    permission: 'evidence.attach',
    act: (db, as, output, phase = 'redfix') => recordObservation(db, as(typedObservation('mumble', { phase, output }))),
  },
  citeCode: {
    permission: 'evidence.attach',
    act: (db, as, reason, phase = 'redfix') =>
      citeCode(db, as(typedLines('gitea', { phase, lines: `${reason}\nline` }))),
  },
  excludeRun: {
    permission: 'run.exclude',
    act: (db, as, reason, phase = 'redfix') => excludeRun(db, as({ phase, run: 1, reason })),
  },
  configureHost: {
    permission: 'host.configure',
    act: (db, as, address) => configureHost(db, as(typedHost({ address }))),
  },
  pinHostKey: { permission: 'host.configure', act: (db, as) => pinHostKey(db, as(typedKey())) },
  retireHost: { permission: 'host.configure', act: (db, as, reason) => retireHost(db, as({ host: 'cc-ci', reason })) },
  requestRun: {
    permission: 'run.request',
    act: (db, as, remark, phase = 'redfix') => requestRun(db, as(typedRequest('mumble', { phase, remark }))),
  },
  cancelRun: {
    permission: 'run.cancel',
    act: (db, as, reason, phase = 'redfix') => cancelRun(db, as({ phase, run: 1, reason })),
  },
  takeReservation: {
    permission: 'reservation.take',
    act: (db, as, reason, phase = 'redfix') => takeReservation(db, as(typedReservation({ phase, reason }))),
  },
  releaseReservation: {
    permission: 'reservation.release',
    act: (db, as, reason, phase = 'redfix') => releaseReservation(db, as({ phase, reservation: 1, reason })),
  },
  proposeClassification: {
    permission: 'classification.propose',
    act: (db, as, cause, phase = 'redfix') =>
      proposeClassification(db, as(typedClassification('mumble', [], { phase, cause }))),
  },
  attachFix: {
    permission: 'fix.attach',
    act: (db, as, repository, phase = 'redfix') => attachFix(db, as(typedFix('mumble', { phase, repository }))),
  },
  updateFix: {
    permission: 'fix.update',
    act: (db, as, how, phase = 'redfix') => updateFix(db, as({ ...typedPush(), phase, how })),
  },
  fileClaim: {
    permission: 'claim.file',
    act: (db, as, reason, phase = 'redfix') => fileClaim(db, as({ ...typedClaim(db, { mumble: reason }), phase })),
  },
  withdrawClaim: {
    permission: 'claim.withdraw',
    act: (db, as, reason, phase = 'redfix') => withdrawClaim(db, as({ phase, gate: 'M1', revision: 1, reason })),
  },
  recordRuling: {
    permission: 'ruling.record',
    act: (db, as, reason, phase = 'redfix') =>
      recordRuling(db, as({ ...typedRuling(db, 'mumble', 'fail'), phase, reason })),
  },
  askForMore: {
    permission: 'more.ask',
    act: (db, as, text, phase = 'redfix') =>
      askForMore(db, as({ phase, gate: 'M1', failure: 'mumble', digest: claimedDigest(db, 'mumble'), text })),
  },
  addressFinding: {
    permission: 'finding.address',
    act: (db, as, words, phase = 'redfix') =>
      addressFinding(db, as({ phase, finding: 'F-redfix-1', with: words, cites: [] })),
  },
  closeFinding: {
    permission: 'finding.close',
    act: (db, as, reason, phase = 'redfix') =>
      closeFinding(db, as({ phase, finding: 'F-redfix-1', reason, cites: [] })),
  },
  reopenFinding: {
    permission: 'finding.reopen',
    act: (db, as, reason, phase = 'redfix') => reopenFinding(db, as({ phase, finding: 'F-redfix-1', reason })),
  },
  recordVerdict: {
    permission: 'verdict.record',
    act: (db, as, reason, phase = 'redfix') => recordVerdict(db, as({ ...typedVerdict(db, 'fail'), phase, reason })),
  },
  unfoldReasoning: {
    permission: 'reasoning.unfold',
    act: (db, as, _, phase = 'redfix') => unfoldReasoning(db, as({ phase, seq: 1 })),
  },
  raiseVeto: {
    permission: 'veto.raise',
    act: (db, as, reason, phase = 'redfix') => raiseVeto(db, as({ phase, gate: null, reason })),
  },
  liftVeto: {
    permission: 'veto.lift',
    act: (db, as, reason, phase = 'redfix') => liftVeto(db, as({ phase, veto: 1, reason })),
  },
  openThread: {
    permission: 'thread.open',
    act: (db, as, text, phase = 'redfix') => openThread(db, as({ phase, about: 'mumble', to: 'operator', text })),
  },
  reply: {
    permission: 'thread.reply',
    act: (db, as, text, phase = 'redfix') => reply(db, as({ phase, thread: 1, text })),
  },
  settleThread: {
    permission: 'thread.reply',
    act: (db, as, _, phase = 'redfix') => settleThread(db, as({ phase, thread: 1 })),
  },
  issueToken: {
    permission: 'token.issue',
    act: (db, as, name, phase = 'redfix') => {
      const issued = issueToken(db, as({ phase, name, role: null, days: 30 }))
      return issued.ok ? ok(issued.value.recorded) : issued
    },
  },
  revokeToken: {
    permission: 'token.revoke',
    act: (db, as, reason, phase = 'redfix') => revokeToken(db, as({ phase, token: '0123456789ab', reason })),
  },
  giveRole: {
    permission: 'person.invite',
    act: (db, as, _, phase = 'redfix') => giveRole(db, as({ person: 'nora', role: 'stakeholder', phase })),
  },
  withdrawRole: {
    permission: 'role.withdraw',
    act: (db, as, reason, phase = 'redfix') =>
      withdrawRole(db, as({ holding: { person: 'nora', role: 'stakeholder', phase }, reason })),
  },
}
