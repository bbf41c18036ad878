import { FRAME_BYTES, type Frame, Framer, MOST_LINES } from './frames.ts'
import type { LineIndex } from './line-index.ts'
import type { ScannedLine } from './line-splitter.ts'
import type { LogSource } from './log-source.ts'
import { lastMark } from './log-window.ts'
import { scanLines } from './scan-lines.ts'

/** Lines before the first that say whether it stands inside a private key. */
const BEFORE = 100

/**
 * The lines from the one that holds the byte `from` on, for somebody who comes later than the feed, up to `until`, which is the start of a
 * line or the end. Reads on only as it is asked.
 */
export async function* readFrames(
  source: LogSource,
  index: LineIndex,
  from: number,
  until: number,
): AsyncGenerator<Frame> {
  const mark = lastMark(index, ({ offset }) => offset <= from)
  const framer = new Framer()
  let before: string[] | null = []
  let lines: ScannedLine[] = []
  let held = 0
  for await (const line of scanLines(source, index, mark)) {
    if (line.nextByte > until) break
    if (before !== null && line.nextByte <= from) {
      before.push(line.head.toString('utf8'))
      if (before.length > BEFORE) before.shift()
      continue
    }
    if (before !== null) framer.pass(before)
    before = null
    lines.push(line)
    held += line.head.length
    if (held < FRAME_BYTES && lines.length < MOST_LINES) continue
    yield* framer.frames(lines, index.outline)
    lines = []
    held = 0
  }
  yield* framer.frames(lines, index.outline)
}
