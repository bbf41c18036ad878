import { builtRuns, citedEvidence, describeJudged, whatChanged } from '#lib/claims/judged.ts'
import { runsAtEarlierHeads } from '#lib/fixes/at-head.ts'
import type { EvidenceFacts, FailureFacts, GateDefinition, PhaseFacts, RulingFacts } from '#lib/phases/phase-facts.ts'
import type { Answer } from './answer.ts'
import { findOwnChecks } from './own-checks.ts'
import { readsCause, readsFix } from './requirements.ts'

/**
 * How the ruling on one failure stands: it counts while it is younger than the lifetime (stale at equality, RFC 9111) and while what it
 * judged is exactly what is claimed and on record now. A claim filed again keeps every ruling whose digest did not change.
 */
export function judgeRuling(facts: PhaseFacts, gate: GateDefinition, { failure }: FailureFacts, now: Date): Answer {
  const claim = facts.claims.find((held) => held.gate === gate.gate && held.withdrawn === null)
  const part = claim?.parts.find((held) => held.failure === failure)
  if (!claim || !part) return { kind: 'missing', because: 'nothing is claimed yet', evidence: [] }
  const ruling = facts.rulings.find((held) => held.gate === gate.gate && held.failure === failure)
  if (!ruling) return { kind: 'missing', because: 'not ruled yet', evidence: [] }
  const evidence = ruling.cites
  if (ruling.digest !== part.digest)
    return {
      kind: 'stale',
      since: claim.at,
      because: `revision ${claim.revision} claims something else than what was judged`,
      evidence,
    }
  const changed = changedSinceFiled(facts, gate, failure)
  if (changed.length > 0)
    return {
      kind: 'stale',
      since: lastChange(facts, gate, failure),
      because: `since the claim ${changed.join(', ')}`,
      evidence,
    }
  if (ruling.result === 'fail') return { kind: 'failed', because: ruling.reason, evidence }
  const undone = ownChecksUndone(facts, gate.gate, failure, ruling)
  if (undone !== null)
    return {
      kind: 'stale',
      since: undone.leftOutAt ?? ruling.at,
      because: `${undone.ref}, the own check it rests on, was left out`,
      evidence,
    }
  const staleAt = Date.parse(ruling.at) + facts.lifetimeMs
  if (now.getTime() >= staleAt)
    return {
      kind: 'stale',
      since: new Date(staleAt).toISOString(),
      because: wordTooOld(facts.lifetimeMs),
      evidence,
    }
  return { kind: 'passed', because: ruling.reason, evidence }
}

/** Why a PASS is stale by its age alone. */
export const wordTooOld = (lifetimeMs: number): string => `older than ${lifetimeMs / 3_600_000} h`

/** What differs between the claim as filed and the record now, in words; empty when the claim still says what is on record. */
export function changedSinceFiled(facts: PhaseFacts, gate: GateDefinition, failure: string): string[] {
  const claim = facts.claims.find((held) => held.gate === gate.gate && held.withdrawn === null)
  const part = claim?.parts.find((held) => held.failure === failure)
  return part ? whatChanged(part.judged, describeJudged(facts, gate, failure, part.judged.statement)) : []
}

/**
 * A PASS rests on an own check of the person who gave it (DOMAIN 2.2). The own check that was left out since, where no other one from
 * before the ruling is left; null while the PASS has a leg to stand on. A later own check carries a ruling of its own, not this one.
 */
function ownChecksUndone(facts: PhaseFacts, gate: string, failure: string, ruling: RulingFacts): EvidenceFacts | null {
  const before = facts.evidence.filter((held) => held.seq < ruling.seq)
  if (findOwnChecks({ ...facts, evidence: before }, gate, failure, ruling.person).checks.length > 0) return null
  const leftOut = before.filter((held) => held.failure === failure && held.person === ruling.person && held.leftOutAt)
  return leftOut.sort((one, other) => ((one.leftOutAt ?? '') < (other.leftOutAt ?? '') ? -1 : 1)).at(-1) ?? null
}

/** When what this gate judges of a failure last moved (ISO 8601 UTC), for "stale since": the gate, the plan, and what its requirements read. */
export function lastChange(facts: PhaseFacts, gate: GateDefinition, failure: string): string {
  const { requirements } = gate
  const cause = readsCause(requirements) ? facts.classifications.filter((held) => held.failure === failure) : []
  const fixes = readsFix(requirements) ? facts.fixes.filter((held) => held.failure === failure) : []
  const evidence = [
    ...cause.flatMap((held) => citedEvidence(facts, held)),
    ...fixes.flatMap((fix) => [...builtRuns(facts, fix), ...runsAtEarlierHeads(facts, fix)]),
  ]
  const moments = [
    gate.definedAt,
    facts.plan?.at ?? gate.definedAt,
    ...cause.map(({ at }) => at),
    ...fixes.flatMap(({ heads, state, said }) => [
      ...heads.map(({ at }) => at),
      ...(state === 'closed' ? [said.at] : []),
    ]),
    ...evidence.flatMap(({ leftOutAt }) => (leftOutAt === null ? [] : [leftOutAt])),
  ]
  return moments.sort().at(-1) ?? gate.definedAt
}
