import type { Answer } from '#lib/gates/answer.ts'
import { evaluateGate, type GateDecision } from '#lib/gates/evaluate-gate.ts'
import { REQUIREMENT_RULES } from '#lib/gates/requirement-rules.ts'
import type { RequirementId } from '#lib/gates/requirements.ts'
import type { FailureFacts, GateDefinition, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { moment, recordOf, type Step } from './record-of.ts'

export function gateOf(facts: PhaseFacts, gate: string): GateDefinition {
  const found = facts.gates.find((held) => held.gate === gate)
  if (!found) throw new Error(`There is no gate ${gate}.`)
  return found
}

export function failureOf(facts: PhaseFacts, failure: string): FailureFacts {
  const found = facts.failures.find((held) => held.failure === failure)
  if (!found) throw new Error(`There is no failure ${failure}.`)
  return found
}

/** How a requirement of a gate is answered for a failure after these steps; at 02:00Z. */
export function answerOf(id: RequirementId, steps: Step[], gate = 'M1', failure = 'mumble'): Answer {
  const facts = recordOf(...steps)
  return REQUIREMENT_RULES[id].answer(facts, gateOf(facts, gate), failureOf(facts, failure), moment('02:00'))
}

/** What follows for a gate after these steps; at 02:00Z unless said otherwise. */
export function decide(
  steps: Step[],
  gate = 'M1',
  now = moment('02:00'),
): { facts: PhaseFacts; decision: GateDecision } {
  const facts = recordOf(...steps)
  return { facts, decision: evaluateGate(facts, gateOf(facts, gate), now) }
}
