import type { ClaimFacts } from '#lib/phases/phase-facts.ts'
import type { ClaimPart } from './claim-part.ts'
import { comparePart, type PartComparison } from './compare-parts.ts'

export type JudgedPart = { revision: number; part: ClaimPart }

/** What changed about a failure since an earlier revision was judged; null: nothing of it was judged on an earlier one. */
export function compareWithJudged(
  judged: readonly JudgedPart[],
  claim: ClaimFacts | null,
  failure: string,
): { revision: number; comparison: PartComparison } | null {
  const part = claim?.parts.find((held) => held.failure === failure)
  const held = judged.find((one) => one.part.failure === failure)
  if (!claim || !part || !held || held.revision >= claim.revision) return null
  return { revision: held.revision, comparison: comparePart(held.part, part) }
}
