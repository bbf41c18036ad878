/**
 * Times as the product writes them: UTC, marked with Z, built from the ISO form and never from the locale of a machine.
 * Each function takes a Date or an ISO 8601 string and throws a RangeError where that is no time.
 */
export type Instant = Date | string

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const iso = (at: Instant) => new Date(at).toISOString()

/** `00:25Z`: UTC, cut (not rounded) to the minute. */
export const formatClock = (at: Instant) => `${iso(at).slice(11, 16)}Z`

/** `00:58:04Z`: UTC, cut to the second. */
export const formatSecond = (at: Instant) => `${iso(at).slice(11, 19)}Z`

/** `18 June`, with the year where it is not the year of `now`. UTC. */
export function formatDate(at: Instant, now: Date): string {
  const day = new Date(at)
  const year = day.getUTCFullYear()
  const month = MONTHS[day.getUTCMonth()]
  if (month === undefined) throw new RangeError('Not a time')
  const date = `${day.getUTCDate()} ${month}`
  return year === now.getUTCFullYear() ? date : `${date} ${year}`
}

/** `18 June, 00:25Z`, with the year where it is not the year of `now`. UTC. */
export const formatDay = (at: Instant, now: Date) => `${formatDate(at, now)}, ${formatClock(at)}`

/** `00:25Z` on the UTC day of `now`, `18 June, 00:25Z` on any other. */
export const formatNear = (at: Instant, now: Date) =>
  iso(at).slice(0, 10) === iso(now).slice(0, 10) ? formatClock(at) : formatDay(at, now)

/** `2026-06-18 00:25Z`: UTC, cut to the minute. */
export const formatFull = (at: Instant) => `${iso(at).slice(0, 10)} ${formatClock(at)}`

/** `33 min`, `2 h 5 min`, `1 d 4 h`, `3 d`: the time from `since` to `now`, cut; what lies in the future counts as no time. */
export function formatAge(since: Instant, now: Date): string {
  const ms = now.getTime() - new Date(since).getTime()
  if (Number.isNaN(ms)) throw new RangeError('Not a time')
  const minutes = Math.floor(ms / MINUTE_MS)
  if (ms < MINUTE_MS) return 'under 1 min'
  if (ms < HOUR_MS) return `${minutes} min`
  if (ms < DAY_MS) return pair(Math.floor(ms / HOUR_MS), 'h', minutes % 60, 'min')
  const days = Math.floor(ms / DAY_MS)
  return days < 3 ? pair(days, 'd', Math.floor(ms / HOUR_MS) % 24, 'h') : `${days} d`
}

/** `33 min ago` or `in 33 min`, seen from `now`. */
export function formatRelative(at: Instant, now: Date): string {
  const then = new Date(at)
  return then > now ? `in ${formatAge(now, then)}` : `${formatAge(then, now)} ago`
}

/** `850 ms`, `45s`, `4m 02s`, `1h 50m`: a length in milliseconds, cut; a negative one counts as none. */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.max(0, Math.floor(ms))} ms`
  const seconds = Math.floor(ms / 1000)
  if (seconds < 60) return `${seconds}s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes}m ${two(seconds % 60)}s`
  return `${Math.floor(minutes / 60)}h ${two(minutes % 60)}m`
}

const pair = (large: number, largeUnit: string, small: number, smallUnit: string) =>
  small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`

const two = (count: number) => String(count).padStart(2, '0')
