import type { CopyMark } from '#lib/phases/files/copy-mark.ts'
import { printReviewFile } from '#lib/phases/files/print-review-file.ts'
import { readReview } from '#lib/phases/review/read-review.ts'
import type { ReviewReading } from '#lib/phases/review/reading.ts'
import type { Db } from '../db.ts'
import { findEvent } from '../ledger/list-events.ts'
import { findPhaseCopy } from './find-phase-copy.ts'

/**
 * What this record says in the copy that a mark names, printed and read again. Null where the mark is not of this phase's record. So a
 * forged mark gains nothing: only what the record itself printed then is known by it, in the same words.
 */
export function findPrintedReview(db: Db, phase: string, { seq, hash, at }: CopyMark): ReviewReading | null {
  const event = findEvent(db, seq)
  if (event?.phase !== phase || !event.hash.startsWith(hash)) return null
  const copy = findPhaseCopy(db, phase, { recordAt: '', seq }, new Date(at))
  const read = copy && readReview(printReviewFile(copy))
  return read?.ok ? read.value : null
}
