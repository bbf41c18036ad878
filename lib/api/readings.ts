import type { FailureDecision, GateDecision } from '#lib/gates/evaluate-gate.ts'
import { evaluatePhase, type PhaseDecision } from '#lib/gates/evaluate-phase.ts'
import type { FailureFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'

/** The phase as the board shows it: what is known, and what the rules answer now. Evidence and claims stand with their failure and gate. */
export function boardOf(facts: PhaseFacts, now: Date) {
  const { evidence: _, claims: __, rulings: ___, verdicts: ____, ...known } = facts
  const { gates, done, turn } = evaluatePhase(facts, now)
  return { ...known, turn, done: { ...done, conditions: done.conditions.map(asAsked) }, gates: gates.map(gateLine) }
}

/** A gate with every requirement and answer; what a ruling has to name is each failure's `digest`, a verdict the claim's. */
export function gateOf(facts: PhaseFacts, gate: string, now: Date) {
  const held = evaluatePhase(facts, now).gates.find(({ decision }) => decision.gate.gate === gate)
  if (held === undefined) return null
  const { decision } = held
  const ofGate = (one: { gate: string }) => one.gate === gate
  return {
    ...gateLine(held),
    claim: decision.claim,
    failures: decision.failures.map((one) => ({
      digest: partOf(decision, one.failure.failure)?.digest ?? null,
      ...failureLine(one),
    })),
    rulings: facts.rulings.filter(ofGate),
    verdicts: facts.verdicts.filter(ofGate),
    findings: facts.findings.filter(ofGate),
  }
}

/** A failure with all its evidence, what was judged of it, and what each gate still needs. */
export function failureOf(facts: PhaseFacts, failure: FailureFacts, now: Date) {
  const own = (one: { failure: string | null }) => one.failure === failure.failure
  return {
    ...failure,
    classifications: facts.classifications.filter(own),
    evidence: facts.evidence.filter(own),
    fixes: facts.fixes.filter(own),
    findings: facts.findings.filter(own),
    rulings: facts.rulings.filter(own),
    obligations: facts.obligations.filter((one) => one.failure === null || own(one)),
    gates: evaluatePhase(facts, now).gates.map(({ decision, turn }) => {
      const held = decision.failures.find((one) => own(one.failure))
      const claimed = partOf(decision, failure.failure) ?? null
      return { gate: decision.gate.gate, standing: decision.standing, turn, claimed, ...(held && failureLine(held)) }
    }),
  }
}

function gateLine({ decision, turn }: PhaseDecision['gates'][number]) {
  const { gate, claim, failures, ...rest } = decision
  return {
    ...gate,
    ...rest,
    claim: claim && without(claim, 'parts'),
    failures: failures.map(failureLine),
    turn,
  }
}

const failureLine = ({ failure, requirements, ...rest }: FailureDecision) => ({
  failure: failure.failure,
  requirements: requirements.map(asAsked),
  ...rest,
})

/** What is asked is in our words, also where everything else that is called `words` is somebody's. */
const asAsked = <Asked extends { words: string }>({ words, ...rest }: Asked) => ({ asks: words, ...rest })

const partOf = ({ claim }: GateDecision, failure: string) => claim?.parts.find((part) => part.failure === failure)

function without<Facts extends object, Key extends keyof Facts>(facts: Facts, key: Key): Omit<Facts, Key> {
  const { [key]: _, ...rest } = facts
  return rest
}
