import { parseUtc } from '#lib/time/parse-utc.ts'

/** How long a reservation may be made to last by one press, in minutes; `until`: to a moment that is typed. */
export const lastings = ['30', '60', '120', 'until'] as const
export type Lasting = (typeof lastings)[number]
export const LASTING_WORD = {
  30: '30 min',
  60: '1 h',
  120: '2 h',
  until: 'until a time',
} satisfies Record<Lasting, string>

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const CLOCK = /^(\d{1,2}):(\d{2})\s*Z?$/

/**
 * When a reservation ends, as ISO 8601 UTC, at a full minute (so that a form sent twice says the same): a length counts from `now`, rounded
 * up; a clock time like `14:00` is the next one. Null: what was typed is no moment.
 */
export function reservationEnd(lasts: Lasting, typed: string, now: Date): string | null {
  if (lasts !== 'until') return iso(Math.ceil(now.getTime() / MINUTE_MS) * MINUTE_MS + Number(lasts) * MINUTE_MS)
  const [, hour, minute] = CLOCK.exec(typed.trim()) ?? []
  if (hour === undefined || minute === undefined) return parseUtc(typed)
  const today = parseUtc(`${now.toISOString().slice(0, 10)} ${hour.padStart(2, '0')}:${minute}`)
  if (today === null) return null
  const at = Date.parse(today)
  return iso(at > now.getTime() ? at : at + DAY_MS)
}

const iso = (ms: number): string => new Date(ms).toISOString()
