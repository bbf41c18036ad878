import { type Answer, satisfies } from '#lib/gates/answer.ts'
import { evaluateGate } from '#lib/gates/evaluate-gate.ts'
import { evaluatePhase } from '#lib/gates/evaluate-phase.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'

/** One requirement of a gate (or, without one, one condition of DONE) that is not met, with its answer. */
export type Unmet = {
  gate: string | null
  failure: string | null
  requirement: string
  asks: string
  answer: Answer['kind']
  because: string
  evidence: string[]
}

/** What keeps a gate from passing now, on one failure or (null) on all. Nothing where there is no such gate or failure. */
export function listUnmetOfGate(
  facts: PhaseFacts,
  about: { gate: string | null; failure: string | null },
  now: Date,
): Unmet[] {
  const gate = facts.gates.find((held) => held.gate === about.gate)
  if (gate === undefined) return []
  return evaluateGate(facts, gate, now)
    .failures.filter(({ failure }) => about.failure === null || failure.failure === about.failure)
    .flatMap(({ failure, requirements }) => unmetOf({ gate: gate.gate, failure: failure.failure }, requirements))
}

/** What keeps the phase from DONE now. */
export const listUnmetOfDone = (facts: PhaseFacts, now: Date): Unmet[] =>
  unmetOf({ gate: null, failure: null }, evaluatePhase(facts, now).done.conditions)

type Asked = { id: string; words: string; answer: Answer }

const unmetOf = (about: Pick<Unmet, 'gate' | 'failure'>, asked: readonly Asked[]): Unmet[] =>
  asked
    .filter(({ answer }) => !satisfies(answer))
    .map(({ id, words, answer: { kind, because, evidence } }) => ({
      ...about,
      ...{ requirement: id, asks: words, answer: kind, because, evidence },
    }))
