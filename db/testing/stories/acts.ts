import type { Statement } from '#lib/claims/claim-part.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import type { Role } from '#lib/people/roles.ts'
import type { Result } from '#lib/result.ts'
import type { RulingResult } from '#lib/verdicts/inputs.ts'
import { fileClaim } from '../../claims/file-claim.ts'
import { withdrawClaim } from '../../claims/withdraw-claim.ts'
import { proposeClassification } from '../../classifications/propose-classification.ts'
import type { Db } from '../../db.ts'
import { citeCode } from '../../evidence/cite-code.ts'
import { recordObservation } from '../../evidence/record-observation.ts'
import { addFailure } from '../../failures/add-failure.ts'
import { addressFinding } from '../../findings/address-finding.ts'
import { closeFinding } from '../../findings/close-finding.ts'
import { reopenFinding } from '../../findings/reopen-finding.ts'
import { attachFix } from '../../fixes/attach-fix.ts'
import { updateFix } from '../../fixes/update-fix.ts'
import { defineGate } from '../../gates/define-gate.ts'
import { nextNumber } from '../../ledger/next-number.ts'
import { meetObligation } from '../../obligations/meet-obligation.ts'
import { owe } from '../../obligations/owe.ts'
import { giveRole } from '../../people/give-role.ts'
import { withdrawRole } from '../../people/withdraw-role.ts'
import { declareDone } from '../../phases/declare-done.ts'
import { recordPlan } from '../../phases/record-plan.ts'
import { attachRun } from '../../runs/attach-run.ts'
import { excludeRun } from '../../runs/exclude-run.ts'
import { askForMore } from '../../verdicts/ask-for-more.ts'
import { recordRuling } from '../../verdicts/record-ruling.ts'
import { recordVerdict } from '../../verdicts/record-verdict.ts'
import { liftVeto } from '../../vetoes/lift-veto.ts'
import { raiseVeto } from '../../vetoes/raise-veto.ts'
import type { As } from '../every-verb.ts'
import { GREEN, typedClassification, typedLines, typedObservation, typedRun } from '../evidence.ts'
import { typedFix } from '../fixes.ts'
import type { Model } from './model.ts'

/** One verb with all of its input; who gives it, and when, comes last. */
export type Act = (db: Db, as: As) => Result<Recorded>

const phase = 'redfix'
const NOTHING: Statement['expected'] = []
/** Every fix stands at commits of its own, so that a run tells which one it tested. */
export const headOf = (pullRequest: number, nth: number): string => `${pullRequest}${nth}`.repeat(20)

export const acts = {
  classify: (failure: string, cites: string[], cause: string) => (db, as) =>
    proposeClassification(db, as(typedClassification(failure, cites, { cause }))),
  run: (failure: string, colour: 'red' | 'green') => (db, as) =>
    attachRun(db, as(typedRun(failure, colour === 'green' ? GREEN : {}, nextNumber(db, 'run.attached')))),
  fixRun: (failure: string, pullRequest: number, recipeCommit: string, colour: 'red' | 'green') => (db, as) => {
    const different = { ...(colour === 'green' ? GREEN : {}), recipeCommit, pullRequest }
    return attachRun(db, as(typedRun(failure, different, nextNumber(db, 'run.attached'))))
  },
  observe: (failure: string, output: string) => (db, as) =>
    recordObservation(db, as(typedObservation(failure, { output }))),
  cite: (failure: string, shows: string) => (db, as) =>
    citeCode(db, as(typedLines(failure, { lines: `${shows}\nline`, shows }))),
  exclude: (run: number) => (db, as) => excludeRun(db, as({ phase, run, reason: 'Two deploys at once.' })),
  attachFix: (failure: string, pullRequest: number, state: 'open' | 'merged') => (db, as) =>
    attachFix(db, as(typedFix(failure, { pullRequest, state, head: headOf(pullRequest, 0) }))),
  updateFix: (fix: number, head: string, state: 'open' | 'merged' | 'closed') => (db, as) =>
    updateFix(db, as({ phase, fix, head, state, how: 'Read there.' })),
  claim: (model: Model, gate: string, whats: { [failure: string]: string }, answers: string[]) => (db, as) => {
    const parts = model.failures.map((failure) => {
      return [failure, { what: whats[failure] ?? 'As it is.', how: 'run it', expected: NOTHING }] as const
    })
    const answered = answers.map((finding) => ({ finding, text: 'See there.' }))
    return fileClaim(db, as({ phase, gate, parts: Object.fromEntries(parts), answers: answered }))
  },
  withdraw: (gate: string, revision: number) => (db, as) =>
    withdrawClaim(db, as({ phase, gate, revision, reason: 'Too early.' })),
  rule: (gate: string, failure: string, digest: string, result: RulingResult, onRecord: number | null) => (db, as) =>
    recordRuling(
      db,
      as({
        ...{ phase, gate, failure, digest, result, onRecord, reason: `${result}.`, cites: [], stage: null },
        repro: result === 'fail' ? 'Run it.' : '',
      }),
    ),
  verdict: (gate: string, digest: string, result: RulingResult) => (db, as) =>
    recordVerdict(db, as({ phase, gate, digest, result, reason: `${result}.` })),
  askForMore: (gate: string, failure: string, digest: string, text: string) => (db, as) =>
    askForMore(db, as({ phase, gate, failure, digest, text })),
  owe: (failure: string | null, by: 'builder' | 'adversary', before: string | null, text: string) => (db, as) =>
    owe(db, as({ phase, failure, by, before, text })),
  meet: (obligation: number, evidence: string | null) => (db, as) =>
    meetObligation(db, as({ phase, obligation, evidence, how: 'Seen.' })),
  address: (finding: string, words: string) => (db, as) =>
    addressFinding(db, as({ phase, finding, with: words, cites: [] })),
  close: (finding: string, cites: string[]) => (db, as) =>
    closeFinding(db, as({ phase, finding, reason: 'Seen green.', cites })),
  reopen: (finding: string) => (db, as) => reopenFinding(db, as({ phase, finding, reason: 'It is back.' })),
  veto: (gate: string | null) => (db, as) => raiseVeto(db, as({ phase, gate, reason: 'Look again.' })),
  lift: (veto: number) => (db, as) => liftVeto(db, as({ phase, veto, reason: 'Looked.' })),
  plan: (text: string) => (db, as) => recordPlan(db, as({ phase, name: 'plan.md', text })),
  defineGate: (model: Model, gate: string, criteria: string) => (db, as) => {
    const requirements = [...(model.gates.find((held) => held.gate === gate)?.requirements ?? [])]
    return defineGate(db, as({ phase, gate, criteria, requirements, anew: true }))
  },
  addFailure: (failure: string) => (db, as) =>
    addFailure(db, as({ phase, failure, recipe: failure, version: null, image: null, sweptAs: null })),
  giveRole: (person: string, role: Role, everyPhase: boolean) => (db, as) =>
    giveRole(db, as({ person, role, phase: everyPhase ? null : phase })),
  withdrawRole: (person: string, role: Role, everyPhase: boolean) => (db, as) =>
    withdrawRole(db, as({ holding: { person, role, phase: everyPhase ? null : phase }, reason: 'Left.' })),
  done: () => (db, as) => declareDone(db, as({ phase, words: 'All of it.' })),
} satisfies { [name: string]: (...given: never[]) => Act }
