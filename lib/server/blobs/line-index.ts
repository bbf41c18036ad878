import { ok, type Result, refuse } from '#lib/result.ts'
import { type BlobRefusal, refusalOfReading } from './blob-refusal.ts'
import type { BlobStore } from './blob-store.ts'
import { readMarks, writeMarks } from './line-marks.ts'

/** The start of a line: its number from 1, its offset in bytes. */
export type LineMark = { line: number; offset: number }

/**
 * Where some lines start. A mark is set at the first line that starts 4,096 lines or 1 MiB after the last mark: so no jump reads
 * more than that, and after a line longer than 1 MiB there is always one. A last line without an end counts, an empty file has none.
 */
export type LineIndex = { size: number; lineCount: number; marks: LineMark[] }

const LINES_APART = 4096
const BYTES_APART = 2 ** 20
const NEWLINE = 0x0a

/** Reads the stream once. Each chunk is one short turn of the event loop. */
export async function buildLineIndex(stream: AsyncIterable<Uint8Array>): Promise<LineIndex> {
  const marks: LineMark[] = [{ line: 1, offset: 0 }]
  let last = { line: 1, offset: 0 }
  let line = 1
  let lineStart = 0
  let size = 0
  for await (const chunk of stream) {
    for (let at = 0; at < chunk.length; at++) {
      if (chunk[at] !== NEWLINE) continue
      line++
      lineStart = size + at + 1
      if (line - last.line < LINES_APART && lineStart - last.offset < BYTES_APART) continue
      last = { line, offset: lineStart }
      marks.push(last)
    }
    size += chunk.length
  }
  const lineCount = lineStart < size ? line : line - 1
  return { size, lineCount, marks: marks.filter((mark) => mark.line <= lineCount) }
}

const building = new Map<string, Promise<Result<LineIndex, BlobRefusal>>>()

async function buildAndKeep(store: BlobStore, digest: string): Promise<Result<LineIndex, BlobRefusal>> {
  const opened = await store.open(digest)
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

/** The line index of a stored log, from beside the blob, or built now; many who ask at once share one building. */
export async function requireLineIndex(store: BlobStore, digest: string): Promise<Result<LineIndex, BlobRefusal>> {
  const size = await store.size(digest)
  const kept = size === null ? null : await store.findBeside(digest, 'lines')
  const index = kept === null ? null : readMarks(kept)
  if (index !== null && index.size === size) return ok(index)
  const running = building.get(digest) ?? buildAndKeep(store, digest).finally(() => building.delete(digest))
  building.set(digest, running)
  return running
}
