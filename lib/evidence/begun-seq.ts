import type { EvidenceFacts } from '#lib/phases/phase-facts.ts'

/**
 * The event since which somebody looked: of a run that Gatehouse started, its start, for what it ran on was settled then and its end only
 * came later; of everything else the event that recorded it, since nothing earlier is known but by what was stated.
 */
export const begunSeq = ({ run, seq }: Pick<EvidenceFacts, 'run' | 'seq'>): number => run?.supervised?.begunSeq ?? seq
