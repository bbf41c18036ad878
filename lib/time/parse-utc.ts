const SHAPE = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?\s*(?:Z|UTC)?$/

/**
 * A time as typed, taken as UTC: `2026-06-18T00:10`, `2026-06-18 00:10:30Z`. Answers ISO 8601 with seconds (milliseconds where given),
 * or null when it is no such moment (31 February is not).
 */
export function parseUtc(text: string): string | null {
  const match = SHAPE.exec(text.trim())
  if (!match) return null
  const [, year, month, day, hour, minute, second = '00', fraction] = match
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const moment = new Date(`${written}Z`)
  if (Number.isNaN(moment.getTime()) || !moment.toISOString().startsWith(written)) return null
  return fraction === undefined ? `${written}Z` : `${written}.${fraction.padEnd(3, '0')}Z`
}
