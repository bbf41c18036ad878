import { ActionLink } from '#components/look/button.tsx'
import { type LineRange, lineRangeWords } from '#lib/logs/line-range.ts'
import { logAddress } from '#lib/logs/log-address.ts'
import { CopyLink } from './copy-link.tsx'

type Props = {
  run: number
  range: LineRange
  /** Where these lines become evidence; null: the log is not sealed yet. */
  citeAt: string | null
}

/** What can be done with the lines that the address points at. */
export function PointedLines({ run, range, citeAt }: Props) {
  return (
    <div className="mb-2.5 flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
      <span className="font-[550]">{lineRangeWords(range)}</span>
      <CopyLink href={logAddress.lines(run, range)} />
      {citeAt === null ? (
        <span className="text-mute">can be cited once the run has ended and its log is sealed</span>
      ) : (
        <>
          <ActionLink href={citeAt}>Cite as evidence</ActionLink>
          <span className="text-mute">becomes an observation that quotes them with the log’s SHA-256</span>
        </>
      )}
    </div>
  )
}
