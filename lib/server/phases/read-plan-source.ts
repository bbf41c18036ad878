import { ok, type Result, refuse } from '#lib/result.ts'
import type { KeptFile } from '#lib/runs/attached-run.ts'
import { readReviewSource } from './read-review-source.ts'

/**
 * The plan's text that was pasted or sent. Refused beside its field: neither or both of the two, and a file that is no text in UTF-8
 * (a digest of guessed characters would be no digest of the plan).
 */
export async function readPlanSource(
  pasted: string,
  file: KeptFile | undefined,
): Promise<Result<string, { field: 'text' | 'file'; sentence: string }>> {
  const source = await readReviewSource(pasted, file)
  if (!source.ok) return source
  const { field, text } = source.value
  if (text.includes('\uFFFD') || text.includes('\u0000'))
    return refuse({ field, sentence: 'This is not plain text in UTF-8.' })
  return ok(text.replace(/^\uFEFF/, ''))
}
