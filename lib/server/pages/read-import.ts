import { findKnownReview } from '#db/phases/find-known-review.ts'
import { findPhaseFacts } from '#db/phases/find-phase-facts.ts'
import { findDraft } from '#db/working/drafts.ts'
import { can } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import { findCopyMark } from '#lib/phases/files/copy-mark.ts'
import { explainCopy } from '#lib/phases/files/explain-copy.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { ReviewDraft } from '#lib/phases/review/inputs.ts'
import { matchReview, type ReviewItem } from '#lib/phases/review/match-review.ts'
import { readReview } from '#lib/phases/review/read-review.ts'
import type { ReviewReading } from '#lib/phases/review/reading.ts'
import { withoutPrinted } from '#lib/phases/review/without-printed.ts'
import { actorIn } from '../auth/current-actor.ts'
import { database } from '../database.ts'

export type ImportReading = {
  name: string
  reading: ReviewReading
  items: ReviewItem[]
  /** What is said of a file that calls itself a copy of the record; null of any other. */
  copy: string | null
  /** Null: the phase is new. */
  facts: PhaseFacts | null
  /** With the role held in the phase that the file names. */
  actor: Actor
}

/** A sent file compared with the record as it stands; null when it is no longer kept, or the phase may no longer be read by who sent it. */
export async function readImport(id: string, person: string): Promise<ImportReading | null> {
  const draft = ReviewDraft.safeParse(findDraft(database(), id, person)?.content)
  const read = draft.success ? readReview(draft.data.text) : null
  if (!draft.success || !read?.ok) return null
  const reading = read.value
  const mark = findCopyMark(draft.data.text)
  const actor = await actorIn(reading.phaseId)
  if (actor === null || !can(actor, 'record.read')) return null
  const known = findKnownReview(database(), reading.phaseId, mark)
  const items = matchReview(reading, known)
  return {
    ...{ name: draft.data.name, reading: withoutPrinted(reading, known.printed), items },
    copy: mark && explainCopy(mark, known.printed !== null, items),
    facts: findPhaseFacts(database(), reading.phaseId),
    actor,
  }
}
