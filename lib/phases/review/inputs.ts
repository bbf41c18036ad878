import { z } from 'zod'

const MOST_ITEMS = 20_000
const keys = z.array(z.string().max(400)).max(MOST_ITEMS)

/** `text` is the file as decoded, `sha256` (64 hex digits) that of its bytes, `taken` the keys of the items to record. */
export const ImportReviewInput = z.object({
  phase: z.string().min(1),
  name: z.string(),
  sha256: z.string(),
  text: z.string(),
  taken: keys,
})
export type ImportReviewInput = z.output<typeof ImportReviewInput>

/** What the form sends: the file itself waits on the server, as a draft. */
export const ImportDraftInput = z.object({
  draft: z.uuid('This page has lost its file. Import it again.'),
  taken: keys.default([]),
})
export type ImportDraftInput = z.output<typeof ImportDraftInput>

/** A REVIEW file that was read and not recorded yet. */
export const ReviewDraft = z.object({ name: z.string(), sha256: z.string(), text: z.string() })
export type ReviewDraft = z.output<typeof ReviewDraft>
