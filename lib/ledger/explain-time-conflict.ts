import { formatAge } from '#lib/time/format.ts'

/** Clocks differ, and typing takes a while: up to this, in milliseconds, the two times of an event agree. */
const AGREE_MS = 5 * 60_000

/** Null: the author's time and the server's agree, or nobody stated one. Both ISO 8601. */
export function explainTimeConflict(recordedAt: string, statedAt: string | null): string | null {
  if (statedAt === null) return null
  const apart = Date.parse(statedAt) - Date.parse(recordedAt)
  if (Math.abs(apart) <= AGREE_MS) return null
  return apart < 0
    ? `It is stated for ${formatAge(statedAt, new Date(recordedAt))} before it was recorded.`
    : `It is stated for ${formatAge(recordedAt, new Date(statedAt))} after it was recorded.`
}

/** True where the author's time had not come when the event was recorded: no entry is made ahead. Both ISO 8601. */
export const isStatedAhead = (recordedAt: string, statedAt: string | null): boolean =>
  statedAt !== null &&
  Date.parse(statedAt) > Date.parse(recordedAt) &&
  explainTimeConflict(recordedAt, statedAt) !== null
