import { addressOf } from '#lib/phases/addresses.ts'
import { conclusionWords } from '#lib/runs/words.ts'
import type { Bar, BarKind } from '#lib/swarm/strip.ts'
import { formatNear } from '#lib/time/format.ts'
import { readableText } from '#lib/words/readable-text.ts'

/** `radius` of its corners, null for an arrow; `filled` bars carry their words in the colour of the paper. */
const LOOK = {
  green: { className: 'fill-pass', radius: 9, filled: true, dash: undefined },
  red: { className: 'fill-fail', radius: 1.5, filled: true, dash: undefined },
  running: { className: 'fill-claim', radius: null, filled: true, dash: undefined },
  'left-out': { className: 'stroke-stale', radius: 3, filled: false, dash: '4 3' },
  unver: { className: 'stroke-mute', radius: 9, filled: false, dash: undefined },
  cancelled: { className: 'stroke-mute', radius: 3, filled: false, dash: '1 3' },
  lost: { className: 'stroke-mute', radius: 3, filled: false, dash: '1 3' },
} satisfies Record<BarKind, { className: string; radius: number | null; filled: boolean; dash: string | undefined }>

/** One run. For the pointer it leads to its page; the list beside the drawing says the same in words. */
export function StripBar({ bar, now }: { bar: Bar; now: Date }) {
  const { x, y, width, height, text, beside, run, kind } = bar
  const { className, radius, filled, dash } = LOOK[kind]
  return (
    <a href={addressOf.run(run.number)} tabIndex={-1} className="no-underline">
      <title>{wordBar(bar, now)}</title>
      {radius === null ? (
        <path d={arrow(bar)} className={className} />
      ) : (
        <rect
          {...{ x, y, width, height }}
          rx={Math.min(radius, height / 2, width / 2)}
          fill={filled ? undefined : 'none'}
          strokeDasharray={dash}
          className={className}
        />
      )}
      {text !== null && (
        <text
          x={beside ? x + width + 4 : x + 6}
          y={y + height - 5 + (beside ? 4 : 0)}
          className={filled && !beside ? 'in' : undefined}
        >
          {text}
        </text>
      )}
    </a>
  )
}

function arrow({ x, y, width, height }: Bar): string {
  const tip = Math.min(7, width / 2)
  return `M${x} ${y}h${width - tip}l${tip} ${height / 2}l${-tip} ${height / 2}h${tip - width}Z`
}

/** `#35 gitea, the Builder, left out: …, 23:50Z to 23:55Z`. */
export function wordBar({ run, kind }: Bar, now: Date): string {
  const { number, label, side, startMs, endMs, leftOut, conclusion } = run
  const how =
    kind === 'left-out'
      ? `${conclusion === null ? 'running' : conclusionWords[conclusion]}, left out: ${readableText(leftOut ?? '')}`
      : kind === 'running'
        ? 'running'
        : conclusionWords[kind]
  const from = formatNear(new Date(startMs), now)
  const to = endMs === null ? 'now' : formatNear(new Date(endMs), now)
  return `#${number} ${label}, the ${side === 'builder' ? 'Builder' : 'Adversary'}, ${how}, ${from} to ${to}`
}
