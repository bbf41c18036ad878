import { isSameCommit, testsCommit } from '#lib/fixes/at-head.ts'
import { shortCommit } from '#lib/fixes/describe-fix.ts'
import { satisfies } from '#lib/gates/answer.ts'
import { evaluateGate } from '#lib/gates/evaluate-gate.ts'
import type { GateDefinition, PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { RequestedRun } from './requested-run.ts'
import { usualLength } from './usual-length.ts'
import { citedRuns, runOfCause, runOfFix, type UsualRun } from './usual-run.ts'
import { profileWords } from './words.ts'

/** An own check that is still to be made. `run` null: a reading or an observation settles it, or it is asked for by hand; `queued`: the run that was asked for already. */
export type OwedCheck = {
  failure: string
  words: string
  run: UsualRun | null
  queued: number | null
  /** In milliseconds; null: not known. */
  lengthMs: number | null
}

/**
 * The own checks of this gate that the Adversary still owes (DOMAIN 2.2), each with the run that makes it. Where the gate is not claimed yet:
 * what a claim as things stand would ask. `notOver`: the runs that were asked for and did not end.
 */
export function owedChecks(
  facts: PhaseFacts,
  gate: GateDefinition,
  notOver: readonly RequestedRun[],
  now: Date,
): OwedCheck[] {
  const { claim, failures } = evaluateGate(facts, gate, now)
  return failures
    .filter(({ requirements }) => {
      const check = requirements.find(({ id }) => id === 'own-check')
      return claim === null || (check !== undefined && !satisfies(check.answer))
    })
    .flatMap(({ failure }) => checksOf(facts, gate, failure.failure, claim !== null))
    .map((check) => ({ ...check, queued: queuedFor(check, facts.phase, notOver) }))
}

function checksOf(facts: PhaseFacts, gate: GateDefinition, failure: string, claimed: boolean): OwedCheck[] {
  const fixes = fixesOf(facts, gate, failure, claimed)
  const runs = fixes.length > 0 ? fixes.map(runOfFix) : ofCause(facts, gate, failure)
  if (runs === null)
    return [{ failure, words: 'your own reading of code or observation', run: null, queued: null, lengthMs: null }]
  return runs.map((run) => ({
    ...{ failure, run: goesByItself(run) ? run : null, queued: null, words: wordsOf(run) },
    lengthMs: usualLength(facts, failure, run.profile),
  }))
}

/** Null: nothing that is claimed or cited ran. */
function ofCause(facts: PhaseFacts, gate: GateDefinition, failure: string): UsualRun[] | null {
  if (citedRuns(facts, failure, gate).length > 0) return [runOfCause(facts, failure, gate)]
  const isStatic = facts.evidence.some(
    (held) => held.failure === failure && held.kind !== 'run' && held.leftOut === null,
  )
  return isStatic ? null : [runOfCause(facts, failure, gate)]
}

/** The fixes that the claim names and no own run has checked. */
function fixesOf(facts: PhaseFacts, gate: GateDefinition, failure: string, claimed: boolean) {
  const claim = facts.claims.find((held) => held.gate === gate.gate && held.withdrawn === null)
  const fixes = claimed ? (claim?.parts.find((part) => part.failure === failure)?.judged.fixes ?? []) : []
  const own = facts.evidence.filter(
    (held) => held.failure === failure && held.role === 'adversary' && held.leftOut === null && held.run !== null,
  )
  return fixes.filter(
    (fix) => !own.some(({ run, seq }) => run !== null && seq > (claim?.firstClaimed ?? 0) && testsCommit(run, fix)),
  )
}

/** Which versions a warm advance goes between, no record of another run says. */
const goesByItself = ({ profile }: UsualRun): boolean => profile !== 'promote'

const wordsOf = (run: UsualRun): string => (goesByItself(run) ? wordsOfCold(run) : BY_HAND)
const BY_HAND = 'a warm advance: ask for it on the page of the failure, with the versions it goes between'
const wordsOfCold = ({ profile, commit, harness, because }: UsualRun): string =>
  `a cold run ${profileWords[profile]}, ${harness === null ? because : `with the harness at ${shortCommit(harness)}`}${
    commit === null && harness === null && because !== 'main' ? ', on main' : ''
  }`

function queuedFor({ failure, run }: OwedCheck, phase: string, notOver: readonly RequestedRun[]): number | null {
  if (run === null) return null
  const same = notOver.find(
    ({ phase: of, failure: about, requestedBy, request }) =>
      of === phase &&
      about === failure &&
      requestedBy.role === 'adversary' &&
      request.profile === run.profile &&
      (run.commit === null || isSameCommit(request.commit, run.commit)) &&
      (run.harness === null ? request.harness === null : isSameCommit(request.harness, run.harness)),
  )
  return same?.number ?? null
}
