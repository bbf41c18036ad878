import { z } from 'zod'
import type { FormState } from '#lib/forms/form-state.ts'
import type { KeptFile } from '#lib/runs/attached-run.ts'

/** A form with files as it was sent and refused: what was typed, why, and the files that arrived in order. */
export type UploadDraft = { state: FormState; files: { [field: string]: KeptFile } }

const Draft = z.object({
  state: z.object({
    values: z.record(z.string(), z.array(z.string())),
    errors: z.record(z.string(), z.string()),
    alert: z.string().nullable(),
    attempt: z.number(),
  }),
  files: z.record(z.string(), z.object({ name: z.string(), sha256: z.string(), size: z.number() })),
})

/** Null for no draft, or one of another shape. */
export function readUploadDraft(draft: { content: unknown } | null): UploadDraft | null {
  const parsed = Draft.safeParse(draft?.content)
  return parsed.success ? parsed.data : null
}
