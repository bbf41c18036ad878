import { findRole } from '#db/people/find-role.ts'
import { findKnownReview } from '#db/phases/find-known-review.ts'
import { saveDraft } from '#db/working/drafts.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import { findCopyMark } from '#lib/phases/files/copy-mark.ts'
import type { ReviewDraft } from '#lib/phases/review/inputs.ts'
import { matchReview } from '#lib/phases/review/match-review.ts'
import { readReview } from '#lib/phases/review/read-review.ts'
import { whyTooMany } from '#lib/phases/review/why-too-many.ts'
import { ok, refuse } from '#lib/result.ts'
import { withRetries } from '#lib/server/actions/with-retries.ts'
import { database } from '#lib/server/database.ts'
import { readReviewSource } from '#lib/server/phases/read-review-source.ts'
import { defineUpload } from '#lib/server/uploads/define-upload.ts'

const MAX_BYTES = 2 * 2 ** 20

/** Takes a REVIEW file, reads it and shows what it says. Nothing is recorded here. */
export const POST = defineUpload<Record<string, never>>({
  permission: 'review.import',
  // Only the file says which phase it is about.
  phaseOf: () => undefined,
  files: { file: { maxBytes: MAX_BYTES, label: 'REVIEW' } },
  maxFieldBytes: MAX_BYTES,
  form: 'import',
  formAt: () => '/import',
  submit: async ({ actor, fields, files, commandId, at }) => {
    const source = await readReviewSource(fields.text?.at(-1) ?? '', files.file)
    if (!source.ok) return sorry(source.refusal.field, source.refusal.sentence)
    const { field, ...content } = source.value
    const read = readReview(content.text)
    if (!read.ok) return sorry(field, read.refusal.sentence)
    const here = { role: findRole(database(), actor.person, read.value.phaseId) }
    if (!can(here, 'review.import')) return sorry(field, explainPermission(here, 'review.import'))
    const known = findKnownReview(database(), read.value.phaseId, findCopyMark(content.text))
    const tooMany = whyTooMany(matchReview(read.value, known))
    if (tooMany !== null) return sorry(field, tooMany)
    const draft = { id: commandId, person: actor.person, form: 'review', content: content satisfies ReviewDraft, at }
    const kept = await withRetries(() => ok(saveDraft(database(), draft)))
    if (!kept.ok) return sorry(field, kept.refusal.sentence)
    return ok(`/import/${commandId}`)
  },
})

const sorry = (field: 'text' | 'file', sentence: string) =>
  refuse({
    errors: { [field]: sentence },
    alert: field === 'file' ? 'Nothing was recorded. The file has to be chosen again.' : null,
  })
