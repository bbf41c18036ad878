import type { EvidenceFacts, FailureFacts, GateDefinition, PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { Answer } from '../answer.ts'

/** How one requirement is answered for one failure. */
export type Rule = (facts: PhaseFacts, gate: GateDefinition, failure: FailureFacts, now: Date) => Answer

export const refs = (evidence: EvidenceFacts[]) => evidence.map((held) => held.ref)
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

const WORST_FIRST = [
  'failed',
  'errored',
  'missing',
  'incomplete',
  'stale',
  'weak',
  'passed',
] as const satisfies Answer['kind'][]

/** The answer of several is that of the worst of them; `none` where there are none. */
export const worstOf = (answers: Answer[], none: Answer): Answer =>
  [...answers].sort((one, other) => WORST_FIRST.indexOf(one.kind) - WORST_FIRST.indexOf(other.kind))[0] ?? none
