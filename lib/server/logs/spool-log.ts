import { createReadStream } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { ok, refuse } from '#lib/result.ts'
import { isMissing, refusalOfReading } from '../blobs/blob-refusal.ts'
import { type LineIndex, LineIndexer, type Unfinished } from './line-index.ts'
import type { LogSource } from './log-source.ts'

const CHUNK_BYTES = 2 ** 20
/** While somebody follows: a turn of the event loop each, so that what was read can go out before the next is read. */
const FOLLOWED_CHUNK_BYTES = 2 ** 16

/**
 * The log of a run under way: a file that one process writes, perhaps another one, and that only grows. Its index grows with it. An `ended`
 * beside it says that nothing more comes. What is wrong in it may be set right at its end, by another file in its place.
 */
export class SpoolLog {
  readonly file: string
  readonly #ended: string
  #indexer = new LineIndexer()
  readonly #readers = new Set<(chunk: Buffer) => void>()
  #growing: Promise<void> | null = null
  #again = false
  /** Which file it was that was read so far. */
  #inode: number | null = null
  /** So many bytes went to the readers. */
  #told = 0

  constructor(folder: string) {
    this.file = join(/* turbopackIgnore: true */ resolve(folder), 'log')
    this.#ended = join(/* turbopackIgnore: true */ resolve(folder), 'ended')
  }

  get size(): number {
    return this.#indexer.index().size
  }

  get followed(): boolean {
    return this.#readers.size > 0
  }

  /** Reads what was written meanwhile. Many who ask at once share one reading. Throws where the disk fails; a missing file is empty. */
  async grow(): Promise<LineIndex> {
    if (this.#growing !== null) this.#again = true
    this.#growing ??= this.#readOn().finally(() => {
      this.#growing = null
    })
    await this.#growing
    return this.#indexer.index()
  }

  outline(): LineIndex['outline'] {
    return this.#indexer.index().outline
  }

  unfinished(): Unfinished & { endByte: number } {
    return { ...this.#indexer.unfinished(), endByte: this.size }
  }

  /** Calls back with every chunk from here on. Answers how to stop. */
  read(reader: (chunk: Buffer) => void): () => void {
    if (!this.followed) this.#told = this.size
    this.#readers.add(reader)
    return () => {
      this.#readers.delete(reader)
    }
  }

  /** How many bytes lie there now; null: no file (yet, or any more). */
  async sizeOnDisk(): Promise<number | null> {
    try {
      return (await stat(/* turbopackIgnore: true */ this.file)).size
    } catch (error) {
      if (isMissing(error)) return null
      throw error
    }
  }

  async hasEnded(): Promise<boolean> {
    try {
      await stat(/* turbopackIgnore: true */ this.#ended)
      return true
    } catch (error) {
      if (isMissing(error)) return false
      throw error
    }
  }

  source(): LogSource {
    return {
      key: this.file,
      index: async () => {
        try {
          return ok(await this.grow())
        } catch (error) {
          return refuse(refusalOfReading(error))
        }
      },
      bytes: (start, end, chunkBytes = 2 ** 16) =>
        createReadStream(/* turbopackIgnore: true */ this.file, { start, end: end - 1, highWaterMark: chunkBytes }),
    }
  }

  async #readOn(): Promise<void> {
    let handle: FileHandle
    try {
      handle = await open(/* turbopackIgnore: true */ this.file, 'r')
    } catch (error) {
      if (isMissing(error)) return
      throw error
    }
    try {
      await this.#recognise(handle)
      do {
        this.#again = false
        while (await this.#readChunk(handle)) {}
      } while (this.#again)
    } finally {
      await handle.close()
    }
  }

  /** Where the host had something else than what had come, the whole log takes its place: then it is indexed anew. */
  async #recognise(handle: FileHandle): Promise<void> {
    const { ino } = await handle.stat()
    if (this.#inode !== null && this.#inode !== ino) this.#indexer = new LineIndexer()
    this.#inode = ino
  }

  async #readChunk(handle: FileHandle): Promise<boolean> {
    const buffer = Buffer.allocUnsafeSlow(this.followed ? FOLLOWED_CHUNK_BYTES : CHUNK_BYTES)
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, this.size)
    if (bytesRead === 0) return false
    const chunk = buffer.subarray(0, bytesRead)
    this.#indexer.take(chunk)
    // Nobody is told the same bytes twice.
    const fresh = chunk.subarray(Math.max(0, chunk.length - Math.max(0, this.size - this.#told)))
    this.#told = Math.max(this.#told, this.size)
    if (fresh.length > 0) for (const reader of this.#readers) reader(fresh)
    return true
  }
}
