import type { LineIndex, LineMark } from './line-index.ts'
import { LineSplitter, type ScannedLine } from './line-splitter.ts'
import type { LogSource } from './log-source.ts'

const FAR = 256 * 1024
const CR = 0x0d
const LF = 0x0a

/** Where this line ends (after its LF), if the index knows without reading: the next mark is the next line, or it is the last. */
function knownEnd(index: LineIndex, line: number): number | null {
  if (line === index.lineCount) return index.size
  const mark = index.marks.find((candidate) => candidate.line > line)
  return mark?.line === line + 1 ? mark.offset : null
}

/** The line ending before `end`: 0, 1 (LF) or 2 bytes (CRLF), from the last bytes of the line. */
const endingLength = (last: Buffer) => (last.at(-1) !== LF ? 0 : last.at(-2) === CR ? 2 : 1)

async function lastBytes(source: LogSource, end: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of source.bytes(Math.max(0, end - 2), end)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/**
 * The lines of a log from a mark on, never holding more than one chunk and the head of one line. The middle of a very
 * long line is not read but jumped over. Stop when you have enough: the file is closed then.
 */
export async function* scanLines(source: LogSource, index: LineIndex, from: LineMark): AsyncGenerator<ScannedLine> {
  const splitter = new LineSplitter({ number: from.line, startByte: from.offset })
  let restart: number | null = from.offset
  while (restart !== null && restart < index.size) {
    const start: number = restart
    restart = null
    for await (const chunk of source.bytes(start, index.size)) {
      yield* splitter.take(chunk)
      const { number, startByte, endByte } = splitter.open
      const end: number | null = endByte - startByte > FAR ? knownEnd(index, number) : null
      if (end === null || end <= endByte) continue
      yield splitter.end(end, endingLength(await lastBytes(source, end)))
      restart = end
      break
    }
  }
  const { startByte, endByte } = splitter.open
  if (startByte < endByte) yield splitter.end(endByte, 0)
}
