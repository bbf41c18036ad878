import { bearsMark } from '#lib/phases/files/copy-mark.ts'
import type { ReviewReading } from './reading.ts'
import { comparable } from './review-key.ts'

/** A copy's unplaced words without those that the record printed itself: what is left was added by hand. */
export function withoutPrinted(reading: ReviewReading, printed: ReviewReading | null): ReviewReading {
  if (printed === null) return reading
  const known = new Set(printed.unplaced.map(({ text }) => comparable(text)))
  const unplaced = reading.unplaced.filter(({ text }) => !known.has(comparable(text)) && !bearsMark(text))
  return { ...reading, unplaced }
}
