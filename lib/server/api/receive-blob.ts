import type { ApiRefusal } from '#lib/api/api-refusal.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import type { BlobRefusal } from '../blobs/blob-refusal.ts'
import type { KeptBlob } from '../blobs/blob-store.ts'
import { blobs } from '../blobs/blobs.ts'
import { isDigest } from '../blobs/digest.ts'
import { MAX_LOG_BYTES } from '../runs/check-run-files.ts'
import { bodyChunks } from '../uploads/body-chunks.ts'

const NO_DIGEST = because('not_readable', 'X-Content-SHA256 is 64 of the digits 0-9 and a-f. Nothing was kept.')
const EMPTY = because('not_readable', 'The file is empty. Nothing was kept.')

/** Streams the body into the store: kept when it arrived whole and has the SHA-256 that was stated, if one was. */
export async function receiveBlob(request: Request): Promise<Result<KeptBlob, ApiRefusal>> {
  const stated = request.headers.get('x-content-sha256')?.trim().toLowerCase()
  if (stated !== undefined && !isDigest(stated)) return refuse(NO_DIGEST)
  const store = blobs()
  const staged = await store.stage(bodyChunks(request, MAX_LOG_BYTES + 1), { maxBytes: MAX_LOG_BYTES })
  if (!staged.ok) return refuse(refusalOf(staged.refusal))
  const { digest, size } = staged.value
  const other = stated !== undefined && stated !== digest
  if (size === 0 || other) {
    await store.discard(staged.value)
    return refuse(
      size === 0 ? EMPTY : because('other_digest', `What arrived has the SHA-256 ${digest}. Nothing was kept.`),
    )
  }
  const kept = await store.keep(staged.value)
  return kept.ok ? ok(kept.value) : refuse(refusalOf(kept.refusal))
}

function refusalOf({ reason, sentence }: BlobRefusal): ApiRefusal {
  if (reason === 'too_large') return because('too_large', sentence)
  return because(reason === 'cut' ? 'not_readable' : 'storage', sentence)
}
