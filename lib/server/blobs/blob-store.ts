import { createReadStream } from 'node:fs'
import { mkdir, open as openFile, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { ok, type Result, refuse } from '#lib/result.ts'
import { type BlobRefusal, isMissing, refusalOfDisk } from './blob-refusal.ts'
import { blobPath, isDigest } from './digest.ts'
import { missingBlob, sizeOfBlob, verifyBlob } from './read-blob.ts'
import { type StagedBlob, stageBlob } from './stage-blob.ts'
import { sweepIncoming } from './sweep-incoming.ts'

export type KeptBlob = { digest: string; size: number }

/** Bytes by content. Paths are made of digests only; names that people gave are labels and live elsewhere. Sizes in bytes. */
export type BlobStore = {
  /** Streams, hashes, keeps. Memory stays flat; a refused or aborted stream leaves nothing. */
  receive(stream: AsyncIterable<Uint8Array>, limits: { maxBytes: number }): Promise<Result<KeptBlob, BlobRefusal>>
  /** The first half of `receive`, for a form whose files count only together. Each staged blob must be kept or discarded. */
  stage(stream: AsyncIterable<Uint8Array>, limits: { maxBytes: number }): Promise<Result<StagedBlob, BlobRefusal>>
  keep(staged: StagedBlob): Promise<Result<KeptBlob, BlobRefusal>>
  discard(staged: StagedBlob): Promise<void>
  /** Bytes from `start` (0) up to, not including, `end` (all), `chunkBytes` (64 KiB) at once. The stream fails if the disk does. */
  open(
    digest: string,
    range?: { start?: number; end?: number; chunkBytes?: number },
  ): Promise<Result<Readable, BlobRefusal>>
  /** Null when there is no such blob. */
  size(digest: string): Promise<number | null>
  /** Reads every byte again: `damaged` when they no longer have their digest. */
  verify(digest: string): Promise<Result<KeptBlob, BlobRefusal>>
  /** Something derived that lies beside the blob as `<digest>.<suffix>` and may be lost without loss. */
  findBeside(digest: string, suffix: 'lines'): Promise<Buffer | null>
  keepBeside(digest: string, suffix: 'lines', bytes: Uint8Array): Promise<Result<null, BlobRefusal>>
  /** Removes what a killed process left in `incoming/`, last written longer ago than this. Answers how many. */
  sweepIncoming(olderThanMs: number, now: Date): Promise<number>
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await openFile(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Moves a file whose bytes are on the disk to its place, and forces the folders too: a rename alone does not survive a power cut. */
async function place(file: string, target: string, folder: string): Promise<void> {
  const leaf = path.dirname(target)
  const firstMade = await mkdir(leaf, { recursive: true, mode: 0o700 })
  await rename(file, target)
  await syncFolder(leaf)
  if (firstMade === undefined) return
  for (let at = leaf; at !== folder && at !== path.dirname(at); ) {
    at = path.dirname(at)
    await syncFolder(at)
  }
}

/** A content-addressed store under this folder: `blobs/ab/cd/<sha256>` for what is kept, `incoming/` for what is on its way. */
export function createBlobStore(storeFolder: string): BlobStore {
  const folder = path.resolve(storeFolder)
  const discard = (staged: StagedBlob) => rm(staged.file, { force: true })

  const keep: BlobStore['keep'] = async (staged) => {
    try {
      // Also over a blob that is there already: the bytes are the same, and a damaged one is healed.
      await place(staged.file, blobPath(folder, staged.digest), folder)
      return ok({ digest: staged.digest, size: staged.size })
    } catch (error) {
      await discard(staged).catch(() => {})
      return refuse(refusalOfDisk(error))
    }
  }

  return {
    stage: (stream, limits) => stageBlob(folder, stream, limits),
    keep,
    discard,
    async receive(stream, limits) {
      const staged = await stageBlob(folder, stream, limits)
      return staged.ok ? keep(staged.value) : staged
    },
    async open(digest, { start = 0, end, chunkBytes = 2 ** 16 } = {}) {
      const size = await sizeOfBlob(folder, digest)
      if (size === null) return refuse(missingBlob(digest))
      const last = Math.min(end ?? size, size) - 1 // Node counts `end` in
      const reading = { start, end: last, highWaterMark: chunkBytes }
      return ok(start > last ? Readable.from([]) : createReadStream(blobPath(folder, digest), reading))
    },
    size: (digest) => sizeOfBlob(folder, digest),
    verify: (digest) => verifyBlob(folder, digest),
    async findBeside(digest, suffix) {
      try {
        return isDigest(digest)
          ? await readFile(/* turbopackIgnore: true */ `${blobPath(folder, digest)}.${suffix}`)
          : null
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    async keepBeside(digest, suffix, bytes) {
      if (!isDigest(digest)) return refuse(missingBlob(digest))
      const staged = await stageBlob(
        folder,
        (async function* () {
          yield bytes
        })(),
        { maxBytes: bytes.byteLength },
      )
      if (!staged.ok) return staged
      try {
        await rename(staged.value.file, `${blobPath(folder, digest)}.${suffix}`)
        return ok(null)
      } catch (error) {
        await discard(staged.value).catch(() => {})
        return refuse(refusalOfDisk(error))
      }
    },
    sweepIncoming: (olderThanMs, now) => sweepIncoming(folder, olderThanMs, now),
  }
}
