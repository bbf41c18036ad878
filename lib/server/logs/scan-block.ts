import { holdsNeedle } from '#lib/logs/needle.ts'
import type { LogSpan } from '#lib/runs/log-text.ts'
import { readLogLines } from '#lib/runs/mask-log-lines.ts'
import type { LineMark } from './line-index.ts'
import { HEAD_BYTES } from './line-index.ts'
import { toLogLine } from './log-window.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const ASCII = /^[\u0000-\u007f]*$/
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const SGR = /\u001b\[[\d;:]*m/g
const KEY = 'PRIVATE KEY'

/**
 * The lines of one block of a log that have the needle, as far as they are shown: what is masked or cut is not found, so that nobody can try out
 * a secret letter by letter. `block`: the bytes from the mark on, the last line perhaps only its head.
 */
export function scanBlock(block: Buffer, mark: LineMark, needle: string): number[] {
  const text = block.toString(ASCII.test(needle) ? 'latin1' : 'utf8').replace(SGR, '')
  if (!text.toLowerCase().includes(needle)) return []
  const lines = linesOf(block)
  const hasKey = block.includes(KEY)
  const shown = hasKey ? readLogLines(lines.map(textOf)) : null
  return lines.flatMap((line, at) => {
    if (shown === null && !mayHold(line, needle)) return []
    const spans = shown?.[at] ?? readLogLines([textOf(line)])[0] ?? []
    return holdsNeedle(joined(spans), needle) ? [mark.line + at] : []
  })
}

const joined = (spans: readonly LogSpan[]) => spans.map(({ text }) => text).join('')

const textOf = (head: Buffer): string =>
  toLogLine({ number: 0, startByte: 0, nextByte: 0, length: head.length, head: head.subarray(0, HEAD_BYTES) }).text

/** Cheaply: without what is between colours. */
const mayHold = (line: Buffer, needle: string): boolean =>
  holdsNeedle(line.toString('utf8', 0, HEAD_BYTES).replace(SGR, ''), needle)

function linesOf(block: Buffer): Buffer[] {
  const lines: Buffer[] = []
  let from = 0
  for (let lf = block.indexOf(10); lf !== -1; lf = block.indexOf(10, from)) {
    lines.push(block.subarray(from, block[lf - 1] === 13 && lf > from ? lf - 1 : lf))
    from = lf + 1
  }
  if (from < block.length) lines.push(block.subarray(from))
  return lines
}
