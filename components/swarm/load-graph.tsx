import { Note, Panel } from '#components/look/panel.tsx'
import { type MeasuredSample, measuredStretches } from '#lib/swarm/measured-stretches.ts'
import type { HostSample } from '#lib/swarm/swarm-facts.ts'
import { formatClock } from '#lib/time/format.ts'

const WIDTH = 760
const HEIGHT = 96
const LEFT = 34

/** Load (line) and processor pressure (area, with gaps where it was not measured) over the last hours; in words below. */
export function LoadGraph({ host, samples }: { host: string; samples: readonly HostSample[] }) {
  const title = `Load and pressure of ${host}`
  const first = samples[0]
  const last = samples.at(-1)
  if (first === undefined || last === undefined || samples.length < 2)
    return (
      <Panel title={title}>
        <Note>Nothing was measured in the last six hours. It is measured while runs are under way.</Note>
      </Panel>
    )
  const highest = samples.reduce((most, sample) => (sample.load > most.load ? sample : most))
  const top = Math.max(1, highest.load)
  const x = (atMs: number) => round(LEFT + ((atMs - first.atMs) / Math.max(1, last.atMs - first.atMs)) * (WIDTH - LEFT))
  const y = (share: number) => round(HEIGHT - 16 - share * (HEIGHT - 26))
  const load = samples.map(({ atMs, load: value }) => `${x(atMs)} ${y(value / top)}`).join('L')
  const measured = measuredStretches(samples)
  const areas = measured.map((part) => {
    const edge = part.map(({ atMs, cpu }) => `${x(atMs)} ${y(Math.min(100, cpu) / 100)}`).join('L')
    return `M${x(part[0]?.atMs ?? 0)} ${y(0)}L${edge}L${x(part.at(-1)?.atMs ?? 0)} ${y(0)}Z`
  })
  return (
    <Panel title={title}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        aria-hidden="true"
        className="strip block w-full overflow-visible max-wide:[&_text]:hidden"
      >
        <path d={areas.join('')} className="fill-claimbg" />
        <path d={`M${LEFT} ${y(0)}H${WIDTH}`} className="stroke-line" />
        <path d={`M${load}`} fill="none" strokeWidth="1.5" className="stroke-mute" />
        <text x="0" y={y(1) + 8}>
          {top.toFixed(1)}
        </text>
        <text x="0" y={y(0)}>
          0
        </text>
        <text x={LEFT} y={HEIGHT - 2}>
          {formatClock(new Date(first.atMs))}
        </text>
        <text x={WIDTH} y={HEIGHT - 2} textAnchor="end">
          {formatClock(new Date(last.atMs))}
        </text>
      </svg>
      <p className="mt-2 text-sm text-mute">
        The line is the load: {last.load} now, at most {highest.load} at {formatClock(new Date(highest.atMs))}.{' '}
        {wordPressure(measured.flat())}
      </p>
    </Panel>
  )
}

function wordPressure(measured: readonly MeasuredSample[]): string {
  if (measured.length === 0) return 'Pressure was not measured.'
  const most = Math.max(...measured.map(({ cpu }) => cpu))
  return `The area is pressure: at most ${Math.round(most)} % of the time something waited for a processor.`
}

const round = (number: number): number => Math.round(number * 10) / 10
