import { findRun } from '#db/runs/find-run.ts'
import { lineRangeWords, readLineRange } from '#lib/logs/line-range.ts'
import { logAddress } from '#lib/logs/log-address.ts'
import { readLogLines } from '#lib/runs/mask-log-lines.ts'
import { formatFull } from '#lib/time/format.ts'
import { blobs } from '../blobs/blobs.ts'
import { database } from '../database.ts'
import { sealedLog } from '../logs/log-source.ts'
import { readLogWindow } from '../logs/log-window.ts'

export type CitationQuery = { run?: string | string[] | undefined; lines?: string | string[] | undefined }

/** Lines of a sealed log as the observation that quotes them. `href`: where they stand. */
export type Citation = {
  run: number
  href: string
  observation: { command: string; output: string; host: string; observedAt: string }
}

/** More lines around them, for a private key that begins before. */
const AROUND = 100

/** The lines that an address cites (`?run=31&lines=120-140`); null where there are none, or the run is another failure's. */
export async function readCitation(phase: string, failure: string, query: CitationQuery): Promise<Citation | null> {
  const number = Number(query.run)
  const range = typeof query.lines === 'string' ? readLineRange(query.lines) : null
  const row = Number.isSafeInteger(number) && range !== null ? findRun(database(), number) : null
  if (row === null || range === null || row.phase !== phase || row.failure !== failure || row.run.log === null)
    return null
  const { run } = row
  const { sha256 } = row.run.log
  const from = Math.max(1, range.from - AROUND)
  const window = await readLogWindow(sealedLog(blobs(), sha256), { fromLine: from }, range.to + AROUND - from + 1)
  if (!window.ok) return null
  const { lines } = window.value
  const spans = readLogLines(lines.map(({ text }) => text))
  const quoted = lines.flatMap((line, at) =>
    line.number < range.from || line.number > range.to
      ? []
      : [`${(spans[at] ?? []).map(({ text }) => text).join('')}${line.cut ? ' …' : ''}`],
  )
  if (quoted.length === 0) return null
  return {
    run: run.number,
    href: logAddress.lines(run.number, range),
    observation: {
      command: `sed -n '${range.from},${range.to}p' run-${run.number}.log\n# ${lineRangeWords(range)} of the log of run #${run.number}, SHA-256 ${sha256}`,
      output: quoted.join('\n'),
      host: run.host,
      observedAt: formatFull(run.endedAt),
    },
  }
}
