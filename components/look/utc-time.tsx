import {
  formatClock,
  formatDay,
  formatFull,
  formatNear,
  formatRelative,
  formatSecond,
  type Instant,
} from '#lib/time/format.ts'

export type TimeStyle = 'near' | 'clock' | 'second' | 'day' | 'full'

const STYLES = {
  near: formatNear,
  clock: formatClock,
  second: formatSecond,
  day: formatDay,
  full: formatFull,
} satisfies Record<TimeStyle, (at: Instant, now: Date) => string>

type Props = { at: Instant; now: Date; show?: TimeStyle | undefined }

/** A time in UTC; the full one and its age as of `now` on hover. */
export function UtcTime({ at, now, show = 'near' }: Props) {
  const instant = new Date(at)
  const title = `${formatFull(instant).replace(/ .*/, '')} ${formatSecond(instant)}, ${formatRelative(instant, now)}`
  return (
    <time dateTime={instant.toISOString()} title={title} className="whitespace-nowrap">
      {STYLES[show](instant, now)}
    </time>
  )
}
