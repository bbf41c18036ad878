/** Which state of the record a copy shows: its last event with the beginning of that event's hash, and when it was printed (ISO 8601 UTC, milliseconds). */
export type CopyMark = { seq: number; hash: string; at: string }

/** Enough to tell records apart, short enough to read. */
const HASH_DIGITS = 12
/** A copy says it at once, in a paragraph of its own; the title, which somebody wrote, stands above it and begins no line with it. */
const WITHIN = 4_000
const MARK =
  /^[ \t]*This\s+is\s+a\s+copy\s+of\s+the\s+record\s+as\s+of\s+event\s+([1-9]\d{0,14})\s+\(([0-9a-f]{12})\),\s+(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)/m

export const copyMark = (seq: number, hash: string, at: Date): CopyMark => ({
  ...{ seq, hash: hash.slice(0, HASH_DIGITS), at: at.toISOString() },
})

export const printMark = ({ seq, hash, at }: CopyMark): string =>
  `copy of the record as of event ${seq} (${hash}), ${at}`

/** The mark that a text bears, as it says; whether a record has such an event is for the record to say. Null: it bears none. */
export function findCopyMark(text: string): CopyMark | null {
  const [, seq, hash, at] = MARK.exec(text.slice(0, WITHIN)) ?? []
  if (seq === undefined || hash === undefined || at === undefined || Number.isNaN(Date.parse(at))) return null
  return { seq: Number(seq), hash, at }
}

export const bearsMark = (text: string): boolean => MARK.test(text)
