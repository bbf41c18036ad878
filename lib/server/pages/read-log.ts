import type { ShownLine } from '#lib/logs/run-log.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import { readLogLines } from '#lib/runs/mask-log-lines.ts'
import { lineCutWords } from '../logs/cut-words.ts'
import type { LogSource } from '../logs/log-source.ts'
import { type LogWindow, readLogWindow } from '../logs/log-window.ts'

export type ShownLog = Omit<LogWindow, 'lines'> & { lines: ShownLine[] }

/** Lines before the one asked for, so that it is read in its place. */
const BEFORE = 5

/** A window of a log, ready to show: escapes as colours or gone, known shapes of secrets masked. Null `line`: the end. */
export async function readLog(
  source: LogSource,
  line: number | null,
  count: number,
): Promise<Result<ShownLog, string>> {
  const window = await readLogWindow(
    source,
    line === null ? { atEnd: true } : { fromLine: Math.max(1, line - BEFORE) },
    count,
  )
  if (!window.ok) return refuse(window.refusal.sentence)
  const spans = readLogLines(window.value.lines.map(({ text }) => text))
  return ok({
    ...window.value,
    lines: window.value.lines.map(({ number, cut, byteLength }, at) => ({
      number,
      spans: spans[at] ?? [],
      cut: lineCutWords(cut, byteLength),
    })),
  })
}
