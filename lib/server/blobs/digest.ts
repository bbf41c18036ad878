import path from 'node:path'

const DIGEST = /^[0-9a-f]{64}$/

/** True for a SHA-256 in lower-case hex, as every blob is named. Nothing else may reach a path. */
export const isDigest = (text: string): boolean => DIGEST.test(text)

/** `blobs/ab/cd/<sha256>` under the store's folder; throws on anything that is not a digest, which callers refuse before. */
export function blobPath(folder: string, digest: string): string {
  if (!isDigest(digest)) throw new Error('not a digest')
  return path.join(folder, 'blobs', digest.slice(0, 2), digest.slice(2, 4), digest)
}
