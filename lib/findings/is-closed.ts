import type { FindingFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'

/** Closed, on evidence that still counts: where all it was closed on was left out since, it stands open again. */
export function isClosed({ evidence }: PhaseFacts, { standing, moved }: FindingFacts): boolean {
  if (standing !== 'closed') return false
  const cited = evidence.filter(({ ref }) => moved.cites.includes(ref))
  return cited.length === 0 || cited.some(({ leftOut }) => leftOut === null)
}

/** `F-redfix-1 is addressed, not closed`; of one that is not closed. */
export function wordFinding({ finding, standing, moved }: FindingFacts): string {
  if (standing === 'open') return `${finding} is open`
  if (standing === 'addressed') return `${finding} is addressed, not closed`
  return `${finding} was closed on ${moved.cites.join(', ')}, which was left out`
}
