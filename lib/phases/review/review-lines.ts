import { GATE_ID } from './gate-id.ts'
import { fold } from './review-words.ts'
import { findLeadingTime } from './stated-time.ts'

/** A line of the file without its marks. `depth`: level of a heading, indent of an item or a text. */
export type ReviewLine = {
  line: number
  mark: 'blank' | 'heading' | 'item' | 'text'
  depth: number
  box: string | null
  text: string
}

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]|$)/
const ITEM = /^([ \t]*)(?:[-*+•]|\d{1,2}[.)])(?:[ \t]+|$)/
/** What a numbered point may begin with so that its number is only a mark: a stamp, a gate or a name with something about it. */
const LISTED = new RegExp(
  String.raw`^[*\`]*(?:\d{4}-\d{2}-\d{2}[T ]|${GATE_ID}|[a-z0-9][\w.-]{0,79}[*\`:]*(?:$| ?[(@—–]| v?\d+\.))`,
)
/** More points than this were never run together into one line. */
const MOST_POINTS = 1000
const BOX = /^\[([ xX~-])\](?: |$)/
const RULE = /^[-=*_|: ]+$/

/** True for a stored rendering of a page: the marks of headings are gone, and so are many line ends. */
export const isRendering = (physical: readonly string[]): boolean => !physical.some((text) => HEADING.test(text))

/**
 * Reads the marks of each line from `first` (0-based) on. Runs of blank lines and rules count as one blank line. What stands in a code
 * fence or a comment is text: a verdict quoted there is none. In a rendering, points that were run together are cut apart again.
 */
export function readLines(physical: readonly string[], first: number, rendering: boolean): ReviewLine[] {
  const lines: ReviewLine[] = []
  let closing: string | null = null
  for (let index = first; index < physical.length; index++) {
    const raw = physical[index] ?? ''
    const text = fold(raw)
    const line = index + 1
    const opens: string | null = closing === null ? findOpening(text) : null
    if (closing !== null || opens !== null) {
      if (text !== '') lines.push({ line, mark: 'text', depth: indentOf(raw), box: null, text })
      if (closing !== null ? text.includes(closing) : opens === '-->' && text.includes('-->')) closing = null
      else closing ??= opens
    } else if (text === '' || RULE.test(text)) {
      if (lines.at(-1)?.mark !== 'blank') lines.push({ line, mark: 'blank', depth: 0, box: null, text: '' })
    } else {
      const read = readMarks(raw, text, line)
      for (const piece of rendering ? cutInlinePoints(read) : [read]) lines.push(piece)
    }
  }
  return lines
}

function findOpening(text: string): string | null {
  if (text.startsWith('```')) return '```'
  if (text.startsWith('~~~')) return '~~~'
  return text.startsWith('<!--') ? '-->' : null
}

function readMarks(raw: string, text: string, line: number): ReviewLine {
  const heading = HEADING.exec(raw)
  if (heading) {
    const title = text.slice(heading[1]?.length ?? 0).trim()
    return { line, mark: 'heading', depth: heading[1]?.length ?? 1, box: null, text: title }
  }
  if (text.startsWith('|')) return { line, mark: 'item', depth: 1, box: null, text: readRow(text) }
  const item = ITEM.exec(raw)
  if (!item) return { line, mark: 'text', depth: indentOf(raw), box: null, text }
  const unmarked = fold(raw.slice(item[0].length))
  const content = /^\d/.test(text) && !LISTED.test(unmarked) ? text : unmarked
  const box = BOX.exec(content)
  const words = box ? content.slice(box[0].length) : content
  return { line, mark: 'item', depth: indentOf(item[1] ?? ''), box: box?.[1]?.toLowerCase() ?? null, text: words }
}

const indentOf = (raw: string): number => raw.replaceAll('\t', '    ').search(/[^ ]|$/)

/** A row of a table, its cells joined by dashes: `| discourse | PASS |` reads as `discourse — PASS`. */
const readRow = (text: string): string =>
  text
    .split('|')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' — ')

/** "…the first claim. - 2026-06-18T00:10Z — …" was two points: cut at " - " after the end of a sentence or before a stamp with a date. */
function cutInlinePoints(read: ReviewLine): ReviewLine[] {
  const pieces: string[] = []
  let start = 0
  for (
    let at = read.text.indexOf(' - ');
    at !== -1 && pieces.length < MOST_POINTS;
    at = read.text.indexOf(' - ', at + 3)
  ) {
    if (!endsPoint(read.text, at)) continue
    pieces.push(read.text.slice(start, at))
    start = at + 3
  }
  const [head = '', ...points] = [...pieces, read.text.slice(start)]
  return [
    { ...read, text: head.trim() },
    ...points.map((text): ReviewLine => ({ line: read.line, mark: 'item', depth: 0, box: null, text: text.trim() })),
  ]
}

function endsPoint(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 1), at)
  if (/[.!?:;)\]"”✔]/.test(before)) return true
  const stamp = findLeadingTime(text.slice(at + 3, at + 60))
  // After a digit or a Z it may be the second half of a span of time.
  return stamp?.separated === true && stamp.statedAt.precision !== 'time-only' && !/[\dZ]/.test(before)
}
