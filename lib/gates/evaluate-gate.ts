import type {
  ClaimFacts,
  FailureFacts,
  GateDefinition,
  PhaseFacts,
  VerdictFacts,
  VetoFacts,
} from '#lib/phases/phase-facts.ts'
import { type Answer, satisfies } from './answer.ts'
import { REQUIREMENT_RULES } from './requirement-rules.ts'
import type { RequirementId } from './requirements.ts'

export type RequirementAnswer = { id: RequirementId; words: string; answer: Answer }
/** `carriedFrom`: the earlier revision on which this failure was ruled, where nothing it judged changed since; null: ruled on this one, or not. */
export type FailureDecision = {
  failure: FailureFacts
  requirements: RequirementAnswer[]
  ruling: Answer
  carriedFrom: number | null
}

/**
 * not-open: an earlier gate has not passed. claimed: waits for rulings or the verdict. stale: a PASS was given and does not count now.
 * A veto is told apart: it blocks whatever the state is.
 */
export type GateStanding = 'not-open' | 'not-claimed' | 'claimed' | 'passed' | 'failed' | 'stale'
export type GateDecision = {
  gate: GateDefinition
  standing: GateStanding
  claim: ClaimFacts | null
  /** The verdict on the claim as it stands; one on an earlier revision is history. */
  verdict: VerdictFacts | null
  vetoes: VetoFacts[]
  failures: FailureDecision[]
  /** How many failures are ruled PASS and FAIL, counting only rulings that count now. */
  passed: number
  failed: number
  /** When the first PASS of a passed gate gets stale by age; ISO 8601 UTC. */
  freshUntil: string | null
}

/** The one function behind board, gate page, disabled buttons and guards: every requirement with its answer, and what follows. */
export function evaluateGate(facts: PhaseFacts, gate: GateDefinition, now: Date): GateDecision {
  const claim = facts.claims.find((held) => held.gate === gate.gate && held.withdrawn === null) ?? null
  const failures = facts.failures.map((failure) => decideFailure(facts, gate, failure, now))
  const verdict =
    facts.verdicts.find(
      (held) => held.gate === gate.gate && held.digest === claim?.digest && held.revision === claim.revision,
    ) ?? null
  const rulings = failures.map((one) => one.ruling.kind)
  const vetoes = facts.vetoes.filter((veto) => veto.gate === null || veto.gate === gate.gate)
  const earlier = facts.gates.filter((other) => other.position < gate.position)
  const open =
    claim !== null ||
    earlier.every((other) => facts.verdicts.some((held) => held.gate === other.gate && held.result === 'pass'))
  return {
    gate,
    standing: open ? standingOf(claim, verdict, failures, facts.lifetimeMs, now) : 'not-open',
    claim,
    verdict,
    vetoes,
    failures,
    passed: rulings.filter((kind) => kind === 'passed').length,
    failed: rulings.filter((kind) => kind === 'failed').length,
    freshUntil: verdict?.result === 'pass' ? freshUntil(facts, gate.gate, verdict) : null,
  }
}

function standingOf(
  claim: ClaimFacts | null,
  verdict: VerdictFacts | null,
  failures: FailureDecision[],
  lifetimeMs: number,
  now: Date,
): GateStanding {
  if (claim === null) return 'not-claimed'
  if (verdict === null) return 'claimed'
  if (verdict.result === 'fail') return 'failed'
  const young = now.getTime() < Date.parse(verdict.at) + lifetimeMs
  return young && failures.every((one) => one.ruling.kind === 'passed') ? 'passed' : 'stale'
}

function decideFailure(facts: PhaseFacts, gate: GateDefinition, failure: FailureFacts, now: Date): FailureDecision {
  const requirements = gate.requirements.map((id) => {
    const rule = REQUIREMENT_RULES[id]
    return { id, words: rule.words, answer: rule.answer(facts, gate, failure, now) }
  })
  const ruling = REQUIREMENT_RULES.ruled.answer(facts, gate, failure, now)
  return { failure, requirements, ruling, carriedFrom: carriedFrom(facts, gate.gate, failure.failure) }
}

function carriedFrom(facts: PhaseFacts, gate: string, failure: string): number | null {
  const claim = facts.claims.find((held) => held.gate === gate && held.withdrawn === null)
  const part = claim?.parts.find((held) => held.failure === failure)
  const ruling = facts.rulings.find((held) => held.gate === gate && held.failure === failure)
  if (!claim || !part || !ruling || ruling.digest !== part.digest || ruling.revision >= claim.revision) return null
  return ruling.revision
}

function freshUntil(facts: PhaseFacts, gate: string, verdict: VerdictFacts): string {
  const moments = facts.rulings
    .filter((held) => held.gate === gate && held.result === 'pass')
    .map((held) => Date.parse(held.at))
  return new Date(Math.min(Date.parse(verdict.at), ...moments) + facts.lifetimeMs).toISOString()
}

/** The answers that keep a failure from passing, the ruling itself left out. */
export function gapsOf(decision: FailureDecision): RequirementAnswer[] {
  return decision.requirements.filter(({ id, answer }) => id !== 'ruled' && !satisfies(answer))
}
