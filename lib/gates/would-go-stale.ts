import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { evaluateGate } from './evaluate-gate.ts'

/** The gates whose PASS counts now and would not with the record as it is `changed`: asked before something is saved. */
export function gatesThatGoStale(facts: PhaseFacts, changed: PhaseFacts, now: Date): string[] {
  return facts.gates
    .filter((gate) => {
      const after = changed.gates.find((one) => one.gate === gate.gate)
      return (
        evaluateGate(facts, gate, now).standing === 'passed' &&
        (!after || evaluateGate(changed, after, now).standing !== 'passed')
      )
    })
    .map(({ gate }) => gate)
}

/** `Saving this makes M1’s PASS stale.` Empty where no PASS is touched. */
export function wordGoesStale(gates: readonly string[], what = 'Saving this'): string {
  if (gates.length === 0) return ''
  const names = gates.map((gate) => `${gate}’s PASS`).join(' and ')
  return `${what} makes ${names} stale.`
}

// What nobody has typed yet: any other text than the one on record.
const ANOTHER = '\u0000'

/** The record with another classification of this failure, whatever it will say. */
export const withClassificationChanged = (facts: PhaseFacts, failure: string): PhaseFacts => ({
  ...facts,
  classifications: facts.classifications.map((held) =>
    held.failure === failure ? { ...held, cause: `${held.cause}${ANOTHER}` } : held,
  ),
})

/** The record with this fix at another commit. */
export const withFixMoved = (facts: PhaseFacts, fix: number): PhaseFacts => ({
  ...facts,
  fixes: facts.fixes.map((held) => (held.fix === fix ? { ...held, head: '0'.repeat(40) } : held)),
})

/** The record with one fix more for this failure. */
export const withFixAdded = (facts: PhaseFacts, failure: string): PhaseFacts => {
  const [any] = facts.fixes
  return any ? { ...facts, fixes: [...facts.fixes, { ...any, failure, fix: 0, state: 'open' }] } : facts
}

/** The record with another plan. */
export const withPlanChanged = (facts: PhaseFacts): PhaseFacts => ({
  ...facts,
  plan: { ...facts.opened, name: '', sha256: ANOTHER },
})

/** The record with this gate asking something else. */
export const withGateChanged = (facts: PhaseFacts, gate: string): PhaseFacts => ({
  ...facts,
  gates: facts.gates.map((held) => (held.gate === gate ? { ...held, criteria: `${held.criteria}${ANOTHER}` } : held)),
})

/** The record with this evidence left out. */
export const withLeftOut = (facts: PhaseFacts, ref: string): PhaseFacts => ({
  ...facts,
  evidence: facts.evidence.map((held) =>
    held.ref === ref ? { ...held, leftOut: ANOTHER, leftOutAt: facts.opened.at } : held,
  ),
})

/** The record with a failure added. */
export const withFailureAdded = (facts: PhaseFacts): PhaseFacts => ({
  ...facts,
  failures: [
    ...facts.failures,
    { failure: ANOTHER, recipe: '', version: null, image: null, sweptAs: null, position: facts.failures.length + 1 },
  ],
})
