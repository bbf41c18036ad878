import { evaluateGate } from '#lib/gates/evaluate-gate.ts'
import type { RequirementId } from '#lib/gates/requirements.ts'
import { canonicalJson } from '#lib/ledger/canonical-json.ts'
import type { GateDefinition, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { because, type Refusal } from '#lib/result.ts'
import type { ClaimPart } from './claim-part.ts'

export type Gap = { failure: string; sentence: string; blocks: boolean }

/** What is structurally missing before a gate can be claimed: no classification, no evidence that counts, no fix. */
const BLOCKING: readonly string[] = ['classified', 'cited', 'fix-attached']

/** What is not classified cites nothing, and no fix is not verified: said once. */
const SAID_WITH: { [Id in RequirementId]?: readonly RequirementId[] } = {
  classified: ['cited', 'carried'],
  'fix-attached': ['fix-verified', 'promotes', 'nothing-worse'],
}

/** What only the Adversary answers is no gap of the Builder's. */
const ASKED_OF_ADVERSARY: readonly string[] = ['ruled', 'own-check', 'no-finding']

/** Everything the claim would be filed with or refused for, failure by failure. What only an Adversary can answer is not asked of the Builder. */
export function listGaps(facts: PhaseFacts, gate: GateDefinition, now: Date): Gap[] {
  return evaluateGate(facts, gate, now).failures.flatMap(({ failure, requirements }) => {
    const said = requirements.flatMap(({ id, answer }) => (answer.kind === 'missing' ? (SAID_WITH[id] ?? []) : []))
    return requirements
      .filter(({ id }) => !said.includes(id))
      .filter(({ id }) => id !== 'nothing-owed' || owesBuilder(facts, gate.gate, failure.failure))
      .filter(
        ({ id, answer }) => !ASKED_OF_ADVERSARY.includes(id) && answer.kind !== 'passed' && answer.kind !== 'weak',
      )
      .map(({ id, answer }) => ({ failure: failure.failure, sentence: answer.because, blocks: BLOCKING.includes(id) }))
  })
}

/** Null: the gate may be claimed. */
export function whyCannotFile(facts: PhaseFacts, gate: GateDefinition, now: Date): Refusal | null {
  const { standing } = evaluateGate(facts, gate, now)
  if (facts.failures.length === 0)
    return because('no_failures', 'The phase names no failure yet: there is nothing to claim.')
  if (standing === 'not-open')
    return because('not_open', `${gate.gate} can be claimed once the gate before it has passed.`)
  const missing = listGaps(facts, gate, now).filter((gap) => gap.blocks)
  if (missing.length > 0) {
    const words = missing.map((gap) => `${gap.failure} (${gap.sentence})`).join(', ')
    return because('something_missing', `${gate.gate} cannot be claimed with something missing: ${words}.`)
  }
  return null
}

/** Claiming again must say something new: null when it does. */
export function whyNothingNew(facts: PhaseFacts, gate: string, parts: ClaimPart[]): Refusal | null {
  const held = facts.claims.find((claim) => claim.gate === gate && claim.withdrawn === null)
  if (
    !held ||
    canonicalJson(held.parts.map(({ digest }) => digest)) !== canonicalJson(parts.map(({ digest }) => digest))
  )
    return null
  return because(
    'nothing_new',
    `Revision ${held.revision} is filed already and says exactly this. Nothing was recorded.`,
  )
}

/** What the Adversary owes is often owed after the claim: it is no gap of the Builder's. */
const owesBuilder = ({ obligations }: PhaseFacts, gate: string, failure: string): boolean =>
  obligations.some(
    (one) =>
      one.met === null &&
      one.by === 'builder' &&
      one.before === gate &&
      (one.failure === failure || one.failure === null),
  )
