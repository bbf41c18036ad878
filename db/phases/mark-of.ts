import { roles } from '#lib/people/roles.ts'
import type { Mark } from '#lib/phases/phase-facts.ts'

export type Born = { fromSeq: number; person: string; role: string; recordedAt: string; statedAt: string | null }

/** The projection knows when a row began to hold as `fromSeq`; the rules know it as the event's `seq`. */
export function markOf({ fromSeq, person, role, recordedAt, statedAt }: Born): Mark {
  return { seq: fromSeq, person, role: roles.find((known) => known === role) ?? 'system', at: recordedAt, statedAt }
}
