import { createHash } from 'node:crypto'
import type { ReviewDraft } from '#lib/phases/review/inputs.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { KeptFile } from '#lib/runs/attached-run.ts'
import { blobs } from '../blobs/blobs.ts'

type Source = ReviewDraft & { field: 'text' | 'file' }

/**
 * The REVIEW file that was pasted or sent. Bytes that are not UTF-8 become U+FFFD, which the reader refuses with their line. The file is as
 * large as the upload let it be.
 */
export async function readReviewSource(
  pasted: string,
  file: KeptFile | undefined,
): Promise<Result<Source, { field: 'text' | 'file'; sentence: string }>> {
  const typed = pasted.trim() !== ''
  if (file === undefined) {
    if (!typed) return refuse({ field: 'file', sentence: 'Choose the file, or paste its text.' })
    const sha256 = createHash('sha256').update(pasted).digest('hex')
    return ok({ field: 'text', name: 'pasted text', sha256, text: pasted })
  }
  if (typed)
    return refuse({
      field: 'text',
      sentence: 'A file was chosen too. Send one of the two: empty this field, or leave the file out.',
    })
  const opened = await blobs().open(file.sha256)
  if (!opened.ok) return refuse({ field: 'file', sentence: opened.refusal.sentence })
  const chunks: Uint8Array[] = []
  for await (const chunk of opened.value) chunks.push(chunk)
  return ok({ field: 'file', name: file.name, sha256: file.sha256, text: Buffer.concat(chunks).toString('utf8') })
}
