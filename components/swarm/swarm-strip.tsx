import { AppLink } from '#components/look/app-link.tsx'
import { EmptyState } from '#components/look/empty-state.tsx'
import { Panel } from '#components/look/panel.tsx'
import { addressOf } from '#lib/phases/addresses.ts'
import { LANE_Y, LOAD_Y, layOutStrip, STRIP, type Strip, type StripFacts } from '#lib/swarm/strip.ts'
import { formatClock, formatNear, formatSecond } from '#lib/time/format.ts'
import { readableText } from '#lib/words/readable-text.ts'
import { StripBar, wordBar } from './strip-bar.tsx'

type Props = { facts: StripFacts; host: string | null; earlier: number; now: Date }

/** Who had the node since the phase was opened: each run by colour and shape, the load below; the same as a list for those who do not see it. */
export function SwarmStrip({ facts, host, earlier, now }: Props) {
  const strip = layOutStrip(facts, now)
  if (strip === null)
    return (
      <EmptyState title="No run yet">
        Runs that are attached, and those that are started from here, stand on this strip: who had the node, and when.
      </EmptyState>
    )
  return (
    <Panel>
      <section
        aria-label="Who had the swarm, drawn"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone has to scroll by keys too
        tabIndex={0}
        className="overflow-x-auto"
      >
        <Drawing strip={strip} now={now} />
      </section>
      <ol className="sr-only" aria-label="Runs since the phase was opened">
        {strip.bars.map((bar) => (
          <li key={bar.run.number}>{wordBar(bar, now)}</li>
        ))}
        {strip.bands.map((band) => (
          <li key={`${band.x}${band.words}`}>The node was reserved: {readableText(band.words)}</li>
        ))}
      </ol>
      <p className="mt-2 text-sm text-mute">
        Rounded is green, square is red, an arrow runs still, dashed is left out and supports nothing.
        {strip.cuts.length > 0 && ' Idle time is cut short where the axis is broken.'}
        {earlier > 0 && ` ${earlier} earlier runs are not drawn.`}
        {strip.load !== null && ` The line is the load of ${host}, at most ${strip.load.peak}.`}{' '}
        <AppLink href={addressOf.swarm()}>The swarm now</AppLink>
      </p>
    </Panel>
  )
}

function Drawing({ strip, now }: { strip: Strip; now: Date }) {
  return (
    <svg
      viewBox={`0 0 ${STRIP.width} ${STRIP.height}`}
      aria-hidden="true"
      className="strip block w-full min-w-[1020px] overflow-visible"
    >
      <text x="0" y={LANE_Y.builder + 13}>
        Builder
      </text>
      <text x="0" y={LANE_Y.adversary + 13}>
        Adversary
      </text>
      {strip.load !== null && (
        <text x="0" y={LOAD_Y.bottom - 8}>
          load
        </text>
      )}
      {strip.ticks.map(({ x, atMs }, nth) => (
        <g key={x}>
          <path d={`M${x} 18V${LOAD_Y.bottom + 6}`} className="stroke-line" />
          <text
            x={x}
            y={STRIP.height - 2}
            textAnchor={nth === 0 ? 'start' : nth === strip.ticks.length - 1 ? 'end' : 'middle'}
          >
            {tickWords(strip, nth, atMs, now)}
          </text>
        </g>
      ))}
      {strip.cuts.map((x) => (
        <path key={x} d={`M${x - 4} ${LOAD_Y.bottom + 10}l4 -8m2 8l4 -8`} className="stroke-mute" />
      ))}
      {strip.marks.map(({ x, words }) => (
        <g key={`${x}${words}`}>
          <path d={`M${x} 14V${LOAD_Y.bottom + 6}`} strokeDasharray="2 3" className="stroke-claim" />
          <text x={x} y="10" textAnchor={x > STRIP.width - 120 ? 'end' : 'start'}>
            {words}
          </text>
        </g>
      ))}
      {strip.bands.map((band) => (
        <rect key={`${band.x}${band.y}`} x={band.x} y={band.y} width={band.width} height="3" className="fill-edge">
          <title>{`reserved: ${readableText(band.words)}`}</title>
        </rect>
      ))}
      {strip.bars.map((bar) => (
        <StripBar key={bar.run.number} bar={bar} now={now} />
      ))}
      {strip.load?.lines.map((line) => (
        <path key={line} d={line} fill="none" strokeWidth="1.5" className="stroke-mute" />
      ))}
    </svg>
  )
}

const MINUTE_MS = 60_000

/** With the day at the first tick, and wherever a day begins; to the second where a minute would say the same twice. */
function tickWords({ ticks }: Strip, nth: number, atMs: number, now: Date): string {
  const before = ticks[nth - 1]
  const isSameDay = before !== undefined && dayOf(before.atMs) === dayOf(atMs)
  if (!isSameDay) return formatNear(new Date(atMs), now)
  return atMs - (before?.atMs ?? 0) < MINUTE_MS ? formatSecond(new Date(atMs)) : formatClock(new Date(atMs))
}
const dayOf = (ms: number): number => Math.floor(ms / 86_400_000)
