import type { ShownLine } from '#lib/logs/run-log.ts'
import { isLongNumber, LOG_ASIDE, LOG_NUMBER, LOG_NUMBER_LINK, LOG_TONE, padBefore } from './log-look.ts'

type Props = {
  lines: readonly ShownLine[]
  label: string
  /** Whether this line is pointed at. */
  isHit?: ((line: number) => boolean) | undefined
  /** The address of a line. */
  hrefOf: (line: number) => string
}

/** Lines of a log on a dark ground, each with a link to itself. */
export function LogLines({ lines, label, isHit = () => false, hrefOf }: Props) {
  const long = lines.some(({ number }) => isLongNumber(number))
  return (
    <ol
      aria-label={label}
      data-long={long ? '' : undefined}
      className="log rounded-field bg-log py-2.5 font-mono text-xs leading-[19px] text-logtext [&>li]:scroll-mt-28"
    >
      {lines.map(({ number, spans, cut }) => (
        <li key={number} id={`L${number}`} data-hit={isHit(number) ? '' : undefined}>
          <span className={LOG_NUMBER}>
            {padBefore(number, long)}
            <a href={hrefOf(number)} aria-label={`Line ${number}`} className={LOG_NUMBER_LINK}>
              {number}
            </a>
          </span>
          {spans.map((span, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: spans have a place in their line and nothing else
            <span key={at} className={LOG_TONE[span.tone]}>
              {span.text}
            </span>
          ))}
          {cut !== null && <span className={LOG_ASIDE}> {cut}</span>}
        </li>
      ))}
    </ol>
  )
}
