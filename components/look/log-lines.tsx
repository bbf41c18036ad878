import type { LogSpan, LogTone } from '#lib/runs/log-text.ts'

/** `cut`: the line is longer than what is shown, in words. */
export type ShownLine = { number: number; spans: readonly LogSpan[]; cut: string | null }

const TONES = {
  plain: '',
  red: 'text-logfail',
  green: 'text-logpass',
  yellow: 'text-logwarn',
  blue: 'text-loglink',
  dim: 'text-lognumber',
  bold: 'font-semibold',
} satisfies Record<LogTone, string>

// In characters, as the stylesheet indents. A log of 200 MB has some millions of lines.
const USUAL_WIDTH = 5
const LONG_WIDTH = 8

type Props = {
  lines: readonly ShownLine[]
  label: string
  highlight?: readonly number[] | undefined
  /** The address of a line, without its `#L12`. */
  hrefOf: (line: number) => string
}

/** Lines of a log on a dark ground, each with a link to itself. */
export function LogLines({ lines, label, highlight = [], hrefOf }: Props) {
  const long = lines.some(({ number }) => String(number).length > USUAL_WIDTH)
  const width = long ? LONG_WIDTH : USUAL_WIDTH
  return (
    <ol
      aria-label={label}
      data-long={long ? '' : undefined}
      className="log rounded-field bg-log py-2.5 font-mono text-xs leading-[19px] text-logtext"
    >
      {lines.map(({ number, spans, cut }) => (
        <li key={number} id={`L${number}`} data-hit={highlight.includes(number) ? '' : undefined}>
          <span className="mr-[1.5ch] text-lognumber select-none">
            {' '.repeat(Math.max(0, width - String(number).length))}
            <a
              href={`${hrefOf(number)}#L${number}`}
              aria-label={`Line ${number}`}
              className="decoration-current/25 hover:text-logtext hover:decoration-current focus-visible:outline-logtext"
            >
              {number}
            </a>
          </span>
          {spans.map((span, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: spans have a place in their line and nothing else
            <span key={at} className={TONES[span.tone]}>
              {span.text}
            </span>
          ))}
          {cut !== null && <span className="text-lognumber"> {cut}</span>}
        </li>
      ))}
    </ol>
  )
}
