import { findBoundary, type OutlineEntry } from '#lib/logs/outline.ts'
import { mayBeBoundary } from './may-be-boundary.ts'

/** The start of a line: its number from 1, its offset in bytes. */
export type LineMark = { line: number; offset: number }

/**
 * Where some lines start. A mark is set at the first line that starts 4,096 lines or 1 MiB after the last mark: so no jump reads
 * more than that, and after a line longer than 1 MiB there is always one. A last line without an end counts, an empty file has none.
 * `outline`: where the parts of the run begin, at most 400 of them.
 */
export type LineIndex = {
  size: number
  lineCount: number
  marks: readonly LineMark[]
  outline: readonly OutlineEntry[]
}

/** The last line while it has no end yet: `head` is its beginning, at most 16 KiB of it. */
export type Unfinished = { number: number; startByte: number; head: Buffer }

const LINES_APART = 4096
const BYTES_APART = 2 ** 20
const NEWLINE = 0x0a
const CR = 0x0d
const MOST_PARTS = 400
/** 4,000 characters are at most 12,000 bytes of UTF-8 (16-bit units take three at most). */
export const HEAD_BYTES = 16 * 1024

/** Takes the bytes of a log as they come, in order, and knows its lines so far. */
export class LineIndexer {
  readonly #marks: LineMark[] = [{ line: 1, offset: 0 }]
  readonly #outline: OutlineEntry[] = []
  #last: LineMark = { line: 1, offset: 0 }
  #line = 1
  #lineStart = 0
  #size = 0
  #head = Buffer.alloc(0)

  take(chunk: Buffer): void {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      this.#look(chunk, from, at)
      from = at + 1
      this.#line++
      this.#lineStart = this.#size + from
      if (this.#line - this.#last.line < LINES_APART && this.#lineStart - this.#last.offset < BYTES_APART) continue
      this.#last = { line: this.#line, offset: this.#lineStart }
      this.#marks.push(this.#last)
    }
    const room = HEAD_BYTES - this.#head.length
    if (from < chunk.length && room > 0) this.#head = Buffer.concat([this.#head, chunk.subarray(from, from + room)])
    this.#size += chunk.length
  }

  /** The lines so far; what is taken later does not change it, save that marks and outline may go on. */
  index(): LineIndex {
    const lineCount = this.#lineStart < this.#size ? this.#line : this.#line - 1
    return { size: this.#size, lineCount, marks: this.#marks, outline: this.#outline }
  }

  unfinished(): Unfinished {
    return { number: this.#line, startByte: this.#lineStart, head: this.#head }
  }

  /** The line that ends here: does it begin a part of the run? The same part is named once, however many lines say so. */
  #look(chunk: Buffer, from: number, to: number): void {
    let line = chunk
    if (this.#head.length > 0) {
      line = Buffer.concat([this.#head, chunk.subarray(from, Math.min(to, from + HEAD_BYTES))])
      this.#head = Buffer.alloc(0)
      from = 0
      to = line.length
    }
    if (to > from && line[to - 1] === CR) to--
    if (!mayBeBoundary(line, from, to) || this.#outline.length >= MOST_PARTS) return
    const title = findBoundary(line.toString('utf8', from, to))
    if (title !== null && title !== this.#outline.at(-1)?.title) this.#outline.push({ line: this.#line, title })
  }
}

/** Reads the stream once. Each chunk is one short turn of the event loop. */
export async function buildLineIndex(stream: AsyncIterable<Buffer>): Promise<LineIndex> {
  const indexer = new LineIndexer()
  for await (const chunk of stream) indexer.take(chunk)
  return indexer.index()
}
