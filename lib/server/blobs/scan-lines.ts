import type { BlobStore } from './blob-store.ts'
import type { LineIndex, LineMark } from './line-index.ts'

/** One line as bytes: `head` is its beginning, at most 16 KiB of it, `length` all of it, both without CR and LF. */
export type ScannedLine = { number: number; startByte: number; nextByte: number; length: number; head: Buffer }

/** 4,000 characters are at most 12,000 bytes of UTF-8 (16-bit units take three at most). */
const HEAD_BYTES = 16 * 1024
const FAR = 256 * 1024
const CR = 0x0d
const LF = 0x0a

async function* bytesFrom(store: BlobStore, digest: string, start: number, end: number): AsyncGenerator<Buffer> {
  const opened = await store.open(digest, { start, end })
  if (!opened.ok) throw new Error(opened.refusal.sentence)
  yield* opened.value
}

/** Where this line ends (after its LF), if the index knows without reading: the next mark is the next line, or it is the last. */
function knownEnd(index: LineIndex, line: number): number | null {
  if (line === index.lineCount) return index.size
  const mark = index.marks.find((candidate) => candidate.line > line)
  return mark?.line === line + 1 ? mark.offset : null
}

/** The line ending before `end`: 0, 1 (LF) or 2 bytes (CRLF), from the last bytes of the line. */
const endingLength = (last: Buffer) => (last.at(-1) !== LF ? 0 : last.at(-2) === CR ? 2 : 1)

async function lastBytes(store: BlobStore, digest: string, end: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of bytesFrom(store, digest, Math.max(0, end - 2), end)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/**
 * The lines of a stored log from a mark on, never holding more than one chunk and the head of one line. The middle of a very
 * long line is not read but jumped over. Stop when you have enough: the file is closed then.
 */
export async function* scanLines(
  store: BlobStore,
  digest: string,
  index: LineIndex,
  from: LineMark,
): AsyncGenerator<ScannedLine> {
  let number = from.line
  let startByte = from.offset
  let restart: number | null = startByte
  while (restart !== null && number <= index.lineCount) {
    let at: number = restart
    restart = null
    let head = Buffer.alloc(0)
    let previous = 0
    for await (const chunk of bytesFrom(store, digest, at, index.size)) {
      let used = 0
      for (let lf = chunk.indexOf(LF); lf !== -1; lf = chunk.indexOf(LF, used)) {
        const whole = head.length === 0 ? chunk.subarray(used, lf) : Buffer.concat([head, chunk.subarray(used, lf)])
        const beforeLf = lf > used ? chunk[lf - 1] : previous
        const length = at + lf - startByte - (beforeLf === CR && at + lf > startByte ? 1 : 0)
        yield {
          number,
          startByte,
          nextByte: at + lf + 1,
          length,
          head: whole.subarray(0, Math.min(length, HEAD_BYTES)),
        }
        number++
        used = lf + 1
        startByte = at + used
        head = Buffer.alloc(0)
      }
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(used, used + HEAD_BYTES - head.length)])
      previous = chunk.at(-1) ?? previous
      at += chunk.length
      const end: number | null = at - startByte > FAR ? knownEnd(index, number) : null
      if (end !== null && end > at) {
        const length = end - startByte - endingLength(await lastBytes(store, digest, end))
        yield { number, startByte, nextByte: end, length, head }
        number++
        startByte = end
        restart = end
        break
      }
    }
    if (restart === null && startByte < at) yield { number, startByte, nextByte: at, length: at - startByte, head }
  }
}
