import type { FixFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'

/** "Nothing merged while the phase runs" (DOMAIN 2.6): merged before DONE, or after a DONE that had been opened again. The Operator merges after DONE. */
export function isMergedEarly({ dones }: PhaseFacts, { mergedSeq }: FixFacts): boolean {
  if (mergedSeq === null) return false
  return !dones.some((done) => done.seq < mergedSeq && (done.reopened === null || mergedSeq < done.reopened.seq))
}
