import type { ReactNode } from 'react'
import { formatDate, type Instant } from '#lib/time/format.ts'
import { Sign } from './sign.tsx'
import { UtcTime } from './utc-time.tsx'

export type FeedGlyph = 'adversary' | 'builder' | 'operator' | 'stakeholder' | 'run'

const GLYPHS = {
  adversary: { mark: 'A', look: 'rounded-full border-ink bg-ink text-panel' },
  builder: { mark: 'B', look: 'rounded-full border-line2 bg-panel' },
  operator: { mark: 'O', look: 'rounded-full border-line2 bg-panel' },
  stakeholder: { mark: 'S', look: 'rounded-full border-line2 bg-panel' },
  run: { mark: <Sign shape="frame" />, look: 'rounded-small border-line2 bg-panel' },
} satisfies Record<FeedGlyph, { mark: ReactNode; look: string }>

/** Events along a line, in the order given. */
export function Feed({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ol className="feed isolate" aria-label={label}>
      {children}
    </ol>
  )
}

type EventProps = { seq: number; at: Instant; now: Date; glyph: FeedGlyph; who: ReactNode; children?: ReactNode }

/** One event of the record. `#e<seq>` is its address, and the time links there. */
export function FeedEvent({ seq, at, now, glyph, who, children }: EventProps) {
  const { mark, look } = GLYPHS[glyph]
  return (
    <li id={`e${seq}`}>
      <a
        href={`#e${seq}`}
        className="feed-time justify-self-start self-start rounded-small pt-px text-mute no-underline hover:underline"
      >
        <UtcTime at={at} now={now} show="second" />
      </a>
      <span
        aria-hidden="true"
        className={`feed-glyph z-10 grid size-[22px] place-items-center border-[1.5px] font-mono text-2xs font-semibold ${look}`}
      >
        {mark}
      </span>
      <div className="feed-body min-w-0 pl-[14px]">
        <div className="text-sm leading-[21px] text-mute">{who}</div>
        {children !== undefined && <div className="mt-0.5 space-y-1.5">{children}</div>}
      </div>
    </li>
  )
}

/** The day that begins here, for a feed that spans several. */
export function FeedDay({ at, now }: { at: Instant; now: Date }) {
  return (
    <li>
      <span className="feed-body pl-[14px] text-xs font-semibold tracking-wide text-mute uppercase">
        {formatDate(at, now)}
      </span>
    </li>
  )
}
