import { type LineRange, LONGEST_RANGE, readLineRange } from '#lib/logs/line-range.ts'
import { holdsNeedle, toNeedle } from '#lib/logs/needle.ts'
import { LINES_PER_PAGE, type RunLog, type ShownSearch } from '#lib/logs/run-log.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { LoggedRun } from '../logs/find-logged-run.ts'
import { logOfRun } from '../logs/log-of-run.ts'
import type { LogSource } from '../logs/log-source.ts'
import { findInLog } from '../logs/searches.ts'
import { spoolLog } from '../logs/spool-logs.ts'
import { readLog } from './read-log.ts'

/** What the address of a run's page may say of its log: `?lines=120-140`, `?find=words`. */
export type LogQuery = { lines?: string | string[] | undefined; find?: string | string[] | undefined }

const one = (asked: string | string[] | undefined) => (Array.isArray(asked) ? asked[0] : asked)

/** The part of a run's log that was asked for: lines, what was found, or the end. Null: there is no log, and none is to come. */
export async function readRunLog(run: LoggedRun, query: LogQuery): Promise<Result<RunLog, string> | null> {
  const source = await logOfRun(run.number, run.log)
  if (source === null && !run.expected) return null
  const growing = run.log === null && (source === null || !(await spoolLog(run.number).hasEnded()))
  const about = { run: run.number, sealed: run.log?.sha256 ?? null, growing }
  if (source === null) return ok({ ...NOTHING_YET, ...about })

  const pointed = readLineRange(one(query.lines))
  const needle = toNeedle(one(query.find))
  const found = needle === null ? null : await search(source, needle, pointed)
  if (found !== null && !found.ok) return found
  const range = pointed ?? found?.value.range ?? null
  const read = await readLog(source, range?.from ?? null, range === null ? LINES_PER_PAGE : linesAround(range))
  if (!read.ok) return read
  const { lines, lineCount, outline } = read.value
  const goesOnAt = growing && range === null && needle === null ? read.value.endOfLines : null
  return ok({
    ...about,
    lines: goesOnAt === null ? lines : lines.filter(({ number }) => number !== read.value.unfinished),
    lineCount,
    outline,
    range,
    search: found?.value.search ?? null,
    hits:
      needle === null
        ? []
        : lines.filter(({ spans }) => holdsNeedle(joined(spans), needle)).map(({ number }) => number),
    goesOnAt,
  })
}

const NOTHING_YET = { lines: [], lineCount: 0, outline: [], range: null, search: null, hits: [], goesOnAt: 0 }

const joined = (spans: readonly { text: string }[]) => spans.map(({ text }) => text).join('')
const linesAround = ({ from, to }: LineRange) => Math.max(LINES_PER_PAGE, Math.min(to - from, LONGEST_RANGE) + 20)

/** Where it was found, seen from the line that is shown; without one the first hit is. */
async function search(
  source: LogSource,
  needle: string,
  pointed: LineRange | null,
): Promise<Result<{ search: ShownSearch; range: LineRange | null }, string>> {
  const found = await findInLog(source, needle)
  if (!found.ok) return refuse(found.refusal.sentence)
  const { hits, state, searched } = found.value
  const at = pointed?.from ?? hits[0] ?? 0
  const shown: ShownSearch = {
    ...{ needle, count: hits.length, state, searched },
    nth: hits.includes(at) ? hits.indexOf(at) + 1 : null,
    before: hits.findLast((line) => line < at) ?? null,
    after: hits.find((line) => line > at) ?? null,
  }
  return ok({ search: shown, range: pointed ?? (at === 0 ? null : { from: at, to: at }) })
}
