import type { Conclusion } from '#lib/runs/words.ts'
import type { Supervision } from './supervision.ts'

/** Whether a run that somebody asked to cancel had ended by itself, green or red, before that reached the host. */
export const cameTooLate = (conclusion: Conclusion, { cause }: Pick<Supervision['exit'], 'cause'>): boolean =>
  cause === null && (conclusion === 'green' || conclusion === 'red')
