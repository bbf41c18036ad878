import type { StatedTime } from './reading.ts'

const CLOCK = String.raw`\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?`
const DATED = String.raw`\d{4}-\d{2}-\d{2}[T ]${CLOCK}(?: ?(?:Z|UTC)| ?[+-]\d{2}:?\d{2})?`
const CLOCK_ONLY = `${CLOCK} ?(?:Z|UTC)`
const ANYWHERE = new RegExp(String.raw`(?<![\w:.-])(?:${DATED})(?![\w:])`)
const ANYWHERE_CLOCK_ONLY = new RegExp(String.raw`(?<![\w:.-])(?:${CLOCK_ONLY})(?![\w:])`)
const LEADING = new RegExp(
  String.raw`^[[(\`]?(${DATED}|${CLOCK_ONLY})(?![\w:])[\])\`]?:? ?((?:—|–|--?|:|\|)(?= |$) ?)?`,
)
const PARTS = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)? ?(Z|UTC|[+-]\d{2}:?\d{2})?$/

type PlacedTime = { statedAt: StatedTime; start: number; end: number }

/** The first time stated in a text; a time with a date goes before one without. */
export function findStatedTime(text: string): PlacedTime | null {
  const found = ANYWHERE.exec(text) ?? ANYWHERE_CLOCK_ONLY.exec(text)
  if (found === null) return null
  return { statedAt: readStatedTime(found[0]), start: found.index, end: found.index + found[0].length }
}

/** The time a log entry begins with, and where its words begin. `separated`: a dash or colon follows, as between stamp and entry. */
export function findLeadingTime(text: string): (PlacedTime & { separated: boolean }) | null {
  const found = LEADING.exec(text)
  const written = found?.[1]
  if (!found || written === undefined) return null
  return { statedAt: readStatedTime(written), start: 0, end: found[0].length, separated: found[2] !== undefined }
}

/** Reads a time as written. A time without date or time zone keeps `at: null`: the reader never completes one. */
export function readStatedTime(written: string): StatedTime {
  const parts = PARTS.exec(written)
  if (!parts) return { written, at: null, precision: 'time-only' }
  const precision = parts[6] === undefined ? 'minute' : 'second'
  return { written, at: toUtc(parts.slice(1, 6), parts[6] ?? '00', parts[7]), precision }
}

function toUtc(fields: readonly string[], seconds: string, zone: string | undefined): string | null {
  const [year, month, day, hour, minute] = fields.map(Number)
  if (zone === undefined || !year || !month || day === undefined || hour === undefined || minute === undefined)
    return null
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, Number(seconds)))
  // A day or hour that does not exist is moved on by Date: what comes back then differs from what was written.
  const same = local.getUTCMonth() === month - 1 && local.getUTCDate() === day && local.getUTCHours() === hour
  if (!same || local.getUTCFullYear() !== year || local.getUTCMinutes() !== minute) return null
  return `${new Date(local.getTime() - offsetMs(zone)).toISOString().slice(0, 19)}Z`
}

function offsetMs(zone: string): number {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (!found) return 0
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) * 60_000
}
