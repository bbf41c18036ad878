import type { Command } from '#lib/ledger/command.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import { type ImportDraftInput, ReviewDraft } from '#lib/phases/review/inputs.ts'
import { readReview } from '#lib/phases/review/read-review.ts'
import { because, type Result, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { findDraft } from '../working/drafts.ts'
import { importReview } from './import-review.ts'

/** As `importReview`, of a file that this person sent before. */
export function importDraft(db: Db, { input, ...command }: Command<ImportDraftInput>): Result<Recorded> {
  const draft = ReviewDraft.safeParse(findDraft(db, input.draft, command.actor.person)?.content)
  if (!draft.success)
    return refuse(because('draft_gone', 'The file is no longer kept here, so nothing was recorded. Import it again.'))
  const read = readReview(draft.data.text)
  if (!read.ok) return refuse(because('not_a_review', read.refusal.sentence))
  return importReview(db, { ...command, input: { ...draft.data, phase: read.value.phaseId, taken: input.taken } })
}
