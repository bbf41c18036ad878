import { canonicalJson } from '#lib/ledger/canonical-json.ts'
import type { ClassificationFacts, GateDefinition, PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { Judged, Statement } from './claim-part.ts'

/** What a ruling would judge if the claim were filed with the record as it stands; null while the failure is not classified. */
export function describeJudged(
  facts: PhaseFacts,
  gate: GateDefinition,
  failure: string,
  statement: Statement,
): Judged | null {
  const classification = facts.classifications.find((held) => held.failure === failure)
  if (!classification) return null
  const { behaviour, place, cause, plainWords, cites } = classification
  return {
    criteria: gate.criteria,
    purpose: gate.purpose,
    planPath: facts.planPath,
    statement,
    classification: { behaviour, place, cause, plainWords, cites },
    evidence: citedEvidence(facts, classification).map(({ ref, seq, leftOut }) => ({
      ref,
      seq,
      leftOut: leftOut !== null,
    })),
  }
}

/** The evidence a classification cites, in the order it cites it. */
export function citedEvidence(facts: PhaseFacts, classification: ClassificationFacts) {
  return classification.cites.flatMap((ref) => facts.evidence.filter((held) => held.ref === ref))
}

/** In words, what differs between what was judged and what is on record now; empty: nothing. */
export function whatChanged(before: Judged, now: Judged | null): string[] {
  if (now === null) return ['the classification is gone']
  const changed = [
    ['the classification changed', before.classification, now.classification],
    ['the claim’s own text changed', before.statement, now.statement],
    ['the gate’s criteria changed', [before.criteria, before.purpose], [now.criteria, now.purpose]],
    ['the plan changed', before.planPath, now.planPath],
  ] as const
  const words = changed.flatMap(([sentence, one, other]) =>
    canonicalJson(one) === canonicalJson(other) ? [] : [sentence],
  )
  return [...words, ...leftOutSince(before, now)]
}

function leftOutSince(before: Judged, now: Judged): string[] {
  const counted = before.evidence.filter((held) => !held.leftOut).map((held) => held.ref)
  return now.evidence
    .filter((held) => held.leftOut && counted.includes(held.ref))
    .map((held) => `${held.ref} was left out`)
}
