import { evaluateGate, type GateDecision } from '#lib/gates/evaluate-gate.ts'
import type { GateDefinition, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { moment, recordOf, type Step } from './record-of.ts'

export function gateOf(facts: PhaseFacts, gate: string): GateDefinition {
  const found = facts.gates.find((held) => held.gate === gate)
  if (!found) throw new Error(`There is no gate ${gate}.`)
  return found
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
