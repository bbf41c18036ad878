import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { evaluateGate, type GateDecision } from './evaluate-gate.ts'
import { type Turn, whoseTurn } from './whose-turn.ts'

export type PhaseDecision = {
  gates: { decision: GateDecision; turn: Turn }[]
  /** The turn that everybody waits for: of the first gate that somebody has to act on. */
  turn: Turn | null
  done: { possible: boolean; because: string }
}

export function evaluatePhase(facts: PhaseFacts, now: Date): PhaseDecision {
  const gates = facts.gates.map((gate) => {
    const decision = evaluateGate(facts, gate, now)
    return { decision, turn: whoseTurn(facts, decision) }
  })
  return { gates, turn: gates.find(({ turn }) => turn.role !== null)?.turn ?? null, done: whyNotDone(facts, gates) }
}

/** DONE is computed from verdicts and never read from text. Declaring it comes with fixes; until then the reason says so. */
function whyNotDone(facts: PhaseFacts, gates: PhaseDecision['gates']): PhaseDecision['done'] {
  const notPassed = gates
    .filter(({ decision }) => decision.standing !== 'passed')
    .map(({ decision }) => decision.gate.gate)
  const reasons = [
    ...(gates.length === 0 ? ['a gate'] : []),
    ...(notPassed.length > 0 ? [`a fresh PASS on ${notPassed.join(' and ')}`] : []),
    ...(facts.findings.length > 0
      ? [`no open finding (${facts.findings.map((held) => held.finding).join(', ')})`]
      : []),
    ...(facts.obligations.some((one) => one.met === null && one.before !== null)
      ? ['nothing owed that was to come before a gate']
      : []),
    ...(facts.vetoes.length > 0 ? ['the veto lifted'] : []),
  ]
  if (reasons.length > 0)
    return { possible: false, because: `Needs ${reasons.join(', ')}. Nothing merged, no failure excepted.` }
  return {
    possible: true,
    because:
      'Every gate has a fresh PASS, no finding is open, no veto stands. Declaring DONE comes with the recording of fixes.',
  }
}
