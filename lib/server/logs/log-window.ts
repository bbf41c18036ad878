import type { OutlineEntry } from '#lib/logs/outline.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { type BlobRefusal, refusalOfReading } from '../blobs/blob-refusal.ts'
import type { LineIndex, LineMark } from './line-index.ts'
import type { ScannedLine } from './line-splitter.ts'
import type { LogSource } from './log-source.ts'
import { scanLines } from './scan-lines.ts'

export const maxWindowLines = 2_000
export const maxLineCharacters = 4_000

/**
 * One line as text, still with its escapes and its secrets: show it by `readLogLines`. `number` counts from 1; `byteLength` is the
 * real length without CR and LF, also when the text is `cut`.
 */
export type LogLine = { number: number; startByte: number; byteLength: number; text: string; cut: boolean }

/**
 * Some lines of a log of `lineCount` lines and `size` bytes. `unfinished`: the number of the last line, where it is among them and has no end;
 * `endOfLines`: where the line starts that comes after them, or that one.
 */
export type LogWindow = {
  lines: LogLine[]
  lineCount: number
  size: number
  unfinished: number | null
  endOfLines: number
  outline: readonly OutlineEntry[]
}

export type LogWindowStart = { fromLine: number } | { atEnd: true } | { fromByte: number }

/** Cuts at 4,000 characters, not through a pair, and not through a word that may be a token, unless it is very long. */
function cutLine(text: string): string {
  const cut = text.slice(0, maxLineCharacters)
  const word = /\S*$/.exec(cut)?.index ?? cut.length
  if (word > maxLineCharacters - 300 && /\S/.test(text.charAt(maxLineCharacters))) return cut.slice(0, word)
  return cut.replace(/[\uD800-\uDBFF]$/, '')
}

/** A line as it is read: cut where it is too long, its bytes as UTF-8. */
export function toLogLine({ number, startByte, length, head }: ScannedLine): LogLine {
  const decoded = head.toString('utf8')
  const text = number === 1 && decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded
  const cut = length > head.length || text.length > maxLineCharacters
  return { number, startByte, byteLength: length, text: cut ? cutLine(text) : text, cut }
}

/** The last mark for which this holds; marks are in order, so by halving. */
export function lastMark(index: LineIndex, holds: (mark: LineMark) => boolean): LineMark {
  let low = 0
  let high = index.marks.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const mark = index.marks[middle]
    if (mark !== undefined && holds(mark)) low = middle
    else high = middle - 1
  }
  return index.marks[low] ?? { line: 1, offset: 0 }
}

const whole = (number: number) => (Number.isFinite(number) ? Math.trunc(number) : 1)

/**
 * A window of at most `lineCount` (1 to 2,000) lines of a log, wherever it lies: a start beyond either end is moved to the
 * nearest line, `fromByte` starts at the line that holds the byte. Bytes that are not UTF-8 become U+FFFD. Reads at most about
 * 1 MiB beside the window itself, however long the log; the first view of a sealed log builds its line index.
 */
export async function readLogWindow(
  source: LogSource,
  from: LogWindowStart,
  lineCount: number,
): Promise<Result<LogWindow, BlobRefusal>> {
  const required = await source.index()
  if (!required.ok) return required
  const index = required.value
  const wanted = Math.min(Math.max(1, whole(lineCount)), maxWindowLines)
  const fromByte = 'fromByte' in from ? Math.min(Math.max(0, whole(from.fromByte)), Math.max(0, index.size - 1)) : 0
  const asked = 'fromLine' in from ? whole(from.fromLine) : 'atEnd' in from ? index.lineCount - wanted + 1 : 1
  const fromLine = Math.min(Math.max(1, asked), Math.max(1, index.lineCount))
  const mark = lastMark(index, ({ line, offset }) => ('fromByte' in from ? offset <= fromByte : line <= fromLine))

  const isReached = (line: ScannedLine) => ('fromByte' in from ? line.nextByte > fromByte : line.number >= fromLine)
  const lines: LogLine[] = []
  let nextByte = 0
  try {
    for await (const line of scanLines(source, index, mark)) {
      if (isReached(line)) lines.push(toLogLine(line))
      nextByte = line.nextByte
      if (lines.length === wanted) break
    }
  } catch (error) {
    return refuse(refusalOfReading(error))
  }
  const last = lines.at(-1)
  const open = last !== undefined && last.startByte + last.byteLength === nextByte ? last : null
  return ok({
    lines,
    lineCount: index.lineCount,
    size: index.size,
    unfinished: open?.number ?? null,
    endOfLines: open?.startByte ?? nextByte,
    outline: index.outline,
  })
}
