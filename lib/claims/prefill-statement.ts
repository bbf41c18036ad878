import { BEHAVIOUR_WORD, PLACE_WORD } from '#lib/classifications/words.ts'
import type { EvidenceFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { inTierOrder } from '#lib/runs/tiers.ts'
import { runConditions } from '#lib/runs/words.ts'
import type { Expected, Statement } from './claim-part.ts'
import { citedEvidence } from './judged.ts'

/** A first wording of the claim on a failure, from its classification and the evidence it cites; null while it is not classified. The Builder may reword WHAT and HOW. */
export function prefillStatement(facts: PhaseFacts, failure: string): Statement | null {
  const held = facts.classifications.find((one) => one.failure === failure)
  if (!held) return null
  const evidence = citedEvidence(facts, held).filter((one) => one.leftOut === null)
  const how = [...new Set(evidence.map((one) => one.how))]
  return {
    what: `${failure} is ${BEHAVIOUR_WORD[held.behaviour]}; the cause lies in: ${PLACE_WORD[held.place]}. ${held.cause}`,
    how: how.join('\n'),
    expected: expectAsShown(evidence),
  }
}

/** Per condition, what the newest cited run showed: a re-run should show the same. */
export function expectAsShown(evidence: EvidenceFacts[]): Expected[] {
  return runConditions.flatMap((condition) => {
    const shown = evidence.flatMap(({ run }) =>
      run !== null && run.condition === condition && run.tiers.length > 0 ? [run] : [],
    )
    const last = shown.sort((one, other) => (one.endedAt < other.endedAt ? -1 : 1)).at(-1)
    return last ? [{ condition, tiers: inTierOrder(last.tiers).map(({ name, status }) => ({ name, status })) }] : []
  })
}
