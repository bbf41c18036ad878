import { EmptyState } from '#components/look/empty-state.tsx'
import { LogLines } from '#components/look/log-lines.tsx'
import { logAddress } from '#lib/logs/log-address.ts'
import type { RunLog } from '#lib/logs/run-log.ts'
import type { Result } from '#lib/result.ts'
import { FollowLog } from './follow-log.tsx'
import { LogOutline } from './log-outline.tsx'
import { LogSearch } from './log-search.tsx'
import { LogWays } from './log-ways.tsx'
import { PickLines } from './pick-lines.tsx'
import { PointedLines } from './pointed-lines.tsx'

type Props = {
  phase: string
  failure: string
  /** Null: there is no log, and none is to come. */
  log: Result<RunLog, string> | null
}

/** The log of a run, sealed or still growing: a window of it, the way to any other line, its outline, and a search through the whole. */
export function LogPanel({ phase, failure, log: read }: Props) {
  if (read === null) return <EmptyState title="No log is attached">What is missing shows as missing.</EmptyState>
  if (!read.ok) return <EmptyState title="The log cannot be shown">{read.refusal}</EmptyState>
  const log = read.value
  const { run, range, hits, outline } = log
  const isHit = (line: number) => (range !== null && line >= range.from && line <= range.to) || hits.includes(line)
  const shown = (
    <LogLines
      label={`Log of run #${run}`}
      lines={log.lines}
      isHit={isHit}
      hrefOf={(line) => logAddress.line(run, line)}
    />
  )
  return (
    <>
      <div className="desk:sticky desk:top-0 desk:z-10 desk:bg-paper desk:pt-2">
        <div className="mb-2.5 flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
          <LogWays log={log} />
          <LogSearch run={run} lineCount={log.lineCount} search={log.search} />
        </div>
        {range !== null && (
          <PointedLines
            run={run}
            range={range}
            citeAt={log.sealed === null ? null : logAddress.cite(phase, failure, run, range)}
          />
        )}
      </div>
      <div className="gap-x-4 desk:flex">
        <LogOutline run={run} outline={outline} />
        <div className="min-w-0 flex-1">
          <PickLines run={run} from={range?.from ?? null}>
            {range === null && log.search === null ? (
              <FollowLog run={run} from={log.goesOnAt}>
                {shown}
              </FollowLog>
            ) : (
              shown
            )}
          </PickLines>
        </div>
      </div>
    </>
  )
}
