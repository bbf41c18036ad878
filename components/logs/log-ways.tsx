import { ActionLink } from '#components/look/button.tsx'
import { formatLineRange } from '#lib/logs/line-range.ts'
import { logAddress } from '#lib/logs/log-address.ts'
import { LINES_PER_PAGE, type RunLog } from '#lib/logs/run-log.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { LogField } from './log-field.tsx'

/** Which lines these are, and the way to any other. */
export function LogWays({ log: { run, lines, lineCount, range, growing, goesOnAt } }: { log: RunLog }) {
  const first = lines[0]?.number ?? 1
  const last = lines.at(-1)?.number ?? 0
  const more = last < lineCount
  return (
    <div className="flex flex-wrap items-center gap-2">
      {goesOnAt === null && (
        <span className="text-mute">
          lines {first.toLocaleString('en')} to {last.toLocaleString('en')} of {lineCount.toLocaleString('en')}
          {growing && ' so far'}
        </span>
      )}
      {first > 1 && <ActionLink href={logAddress.line(run, 1)}>First</ActionLink>}
      {first > 1 && <ActionLink href={logAddress.line(run, Math.max(1, first - LINES_PER_PAGE))}>Earlier</ActionLink>}
      {more && <ActionLink href={logAddress.line(run, last + 1)}>Later</ActionLink>}
      {goesOnAt === null && (more || growing) && (
        <ActionLink href={logAddress.end(run)}>{growing ? 'Follow the end' : 'Last'}</ActionLink>
      )}
      <LogField
        action={`${addressOf.run(run)}#log`}
        label="Lines"
        name="lines"
        value={range === null ? '' : formatLineRange(range)}
        hint="120-140"
        submit="Go"
      />
    </div>
  )
}
