import { mayBeTaken } from '#lib/phases/review/decide-import.ts'
import type { ReviewItem } from '#lib/phases/review/match-review.ts'
import { formatFull } from '#lib/time/format.ts'
import type { CopyMark } from './copy-mark.ts'

/** What an importer is told of a file that calls itself a copy, before the count of what is new in it. `ours`: this record has the event that the mark names. */
export function explainCopy({ seq, at }: CopyMark, ours: boolean, items: readonly ReviewItem[]): string {
  if (!ours)
    return `The file calls itself a copy of a record as of event ${seq}, but not of this record: it was read like any other file.`
  const copy = `This is a copy of the record as of event ${seq}, ${formatFull(at)}`
  return items.some(mayBeTaken) ? `${copy}; what differs from it was written by hand.` : `${copy}.`
}
