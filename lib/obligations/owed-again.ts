import type { EvidenceFacts, ObligationFacts } from '#lib/phases/phase-facts.ts'

/** What was met by evidence that was left out since is owed again: nothing shows it any more. */
export const owedAgain = (
  obligations: readonly ObligationFacts[],
  evidence: readonly EvidenceFacts[],
): ObligationFacts[] =>
  obligations.map((one) => {
    const ref = one.met?.evidence ?? null
    const undone = ref !== null && evidence.some((held) => held.ref === ref && held.leftOut !== null)
    return undone ? { ...one, met: null, undone: ref } : one
  })
