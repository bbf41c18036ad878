import { ActionLink } from '#components/look/button.tsx'
import { LogLines, type ShownLine } from '#components/look/log-lines.tsx'

type Props = { run: number; lines: ShownLine[]; lineCount: number; perPage: number; highlight: number | null }

/** A window of the log, with the way to any other. Every line has an address that can be sent to somebody. */
export function LogView({ run, lines, lineCount, perPage, highlight }: Props) {
  const first = lines[0]?.number ?? 1
  const last = lines.at(-1)?.number ?? 0
  const at = (line: number) => `/runs/${run}?line=${line}`
  return (
    <>
      <div className="mb-2.5 flex flex-wrap items-center gap-2 text-sm">
        <span className="text-mute">
          lines {first.toLocaleString('en')} to {last.toLocaleString('en')} of {lineCount.toLocaleString('en')}
        </span>
        {first > 1 && <ActionLink href={`${at(1)}#log`}>First</ActionLink>}
        {first > 1 && <ActionLink href={`${at(Math.max(1, first - perPage))}#log`}>Earlier</ActionLink>}
        {last < lineCount && <ActionLink href={`${at(last + 1)}#log`}>Later</ActionLink>}
        {last < lineCount && <ActionLink href={`/runs/${run}#log`}>Last</ActionLink>}
        <form method="get" action={`/runs/${run}#log`} className="flex items-center gap-1.5">
          <label className="flex items-center gap-1.5">
            Line
            <input
              name="line"
              inputMode="numeric"
              defaultValue={highlight ?? ''}
              className="w-24 rounded-field border border-edge bg-panel px-2 py-1"
            />
          </label>
          <button
            type="submit"
            className="cursor-pointer rounded-button border border-line2 bg-panel px-2.5 py-1 font-[550]"
          >
            Go
          </button>
        </form>
      </div>
      <LogLines
        label={`Log of run #${run}`}
        lines={lines}
        highlight={highlight === null ? [] : [highlight]}
        hrefOf={at}
      />
    </>
  )
}
