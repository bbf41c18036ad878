import { ok, type Result, refuse } from '#lib/result.ts'
import { type BlobRefusal, refusalOfReading } from '../blobs/blob-refusal.ts'
import type { BlobStore } from '../blobs/blob-store.ts'
import { buildLineIndex, type LineIndex } from './line-index.ts'
import { readMarks, writeMarks } from './line-marks.ts'

/** A log, wherever its bytes lie: sealed in the blob store, or still growing in a spool file. Offsets and sizes in bytes. */
export type LogSource = {
  /** What it is called where something is kept about it for a while. */
  key: string
  /** Its lines as far as it is written now. */
  index(): Promise<Result<LineIndex, BlobRefusal>>
  /** From `start` up to, not including, `end`, which is at most the size of an index that was given. Fails if the disk does. */
  bytes(start: number, end: number, chunkBytes?: number): AsyncIterable<Buffer>
}

/** Whoever counts lines takes a MiB at once: half the time of the usual 64 KiB, and still a turn of a few milliseconds. */
export const COUNTING_BYTES = 2 ** 20

const building = new Map<string, Promise<Result<LineIndex, BlobRefusal>>>()

async function buildAndKeep(store: BlobStore, digest: string): Promise<Result<LineIndex, BlobRefusal>> {
  const opened = await store.open(digest, { chunkBytes: COUNTING_BYTES })
  if (!opened.ok) return opened
  let index: LineIndex
  try {
    index = await buildLineIndex(opened.value)
  } catch (error) {
    return refuse(refusalOfReading(error))
  }
  // When the disk is full the index serves this once and is built again the next time.
  await store.keepBeside(digest, 'lines', writeMarks(index))
  return ok(index)
}

/** From beside the blob, or built now; many who ask at once share one building. */
async function indexOfSealed(store: BlobStore, digest: string): Promise<Result<LineIndex, BlobRefusal>> {
  const size = await store.size(digest)
  const kept = size === null ? null : await store.findBeside(digest, 'lines')
  const index = kept === null ? null : readMarks(kept)
  if (index !== null && index.size === size) return ok(index)
  const running = building.get(digest) ?? buildAndKeep(store, digest).finally(() => building.delete(digest))
  building.set(digest, running)
  return running
}

/** A log that is kept by its digest. */
export function sealedLog(store: BlobStore, digest: string): LogSource {
  return {
    key: digest,
    index: () => indexOfSealed(store, digest),
    async *bytes(start, end, chunkBytes) {
      const opened = await store.open(digest, { start, end, ...(chunkBytes === undefined ? {} : { chunkBytes }) })
      if (!opened.ok) throw new Error(opened.refusal.sentence)
      yield* opened.value
    },
  }
}
