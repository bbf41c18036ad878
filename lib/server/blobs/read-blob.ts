import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { ok, type Result, refuse } from '#lib/result.ts'
import { type BlobRefusal, isMissing } from './blob-refusal.ts'
import { blobPath, isDigest } from './digest.ts'

export const missingBlob = (digest: string): BlobRefusal =>
  isDigest(digest)
    ? { reason: 'missing', sentence: `The file ${digest.slice(0, 12)} is not in the store.` }
    : { reason: 'not_a_digest', sentence: 'A file is asked for by its SHA-256, 64 hex digits.' }

/** In bytes; null when there is no such blob. */
export async function sizeOfBlob(folder: string, digest: string): Promise<number | null> {
  if (!isDigest(digest)) return null
  try {
    return (await stat(blobPath(folder, digest))).size
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Reads every byte again and compares the digest. */
export async function verifyBlob(
  folder: string,
  digest: string,
): Promise<Result<{ digest: string; size: number }, BlobRefusal>> {
  const size = await sizeOfBlob(folder, digest)
  if (size === null) return refuse(missingBlob(digest))
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(blobPath(folder, digest), { highWaterMark: 2 ** 18 })) hash.update(chunk)
  if (hash.digest('hex') === digest) return ok({ digest, size })
  return refuse({
    reason: 'damaged',
    sentence: `The file ${digest.slice(0, 12)} no longer has the bytes it was stored with.`,
  })
}
