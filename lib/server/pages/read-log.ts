import { ok, type Result, refuse } from '#lib/result.ts'
import type { LogSpan } from '#lib/runs/log-text.ts'
import { readLogLines } from '#lib/runs/mask-log-lines.ts'
import { formatBytes } from '#lib/words/format-bytes.ts'
import { blobs } from '../blobs/blobs.ts'
import { readLogWindow } from '../blobs/log-window.ts'

export type ShownLog = { lines: { number: number; spans: LogSpan[]; cut: string | null }[]; lineCount: number }

/** Lines before the one asked for, so that it is read in its place. */
const BEFORE = 5

/** A window of a kept log, ready to show: escapes as colours or gone, known shapes of secrets masked. Null `line`: the end. */
export async function readLog(sha256: string, line: number | null, count: number): Promise<Result<ShownLog, string>> {
  const window = await readLogWindow(
    blobs(),
    sha256,
    line === null ? { atEnd: true } : { fromLine: Math.max(1, line - BEFORE) },
    count,
  )
  if (!window.ok) return refuse(window.refusal.sentence)
  const { lines, lineCount } = window.value
  const spans = readLogLines(lines.map(({ text }) => text))
  return ok({
    lineCount,
    lines: lines.map(({ number, cut, byteLength }, at) => ({
      number,
      spans: spans[at] ?? [],
      cut: cut ? `… cut here, the line has ${formatBytes(byteLength)}` : null,
    })),
  })
}
