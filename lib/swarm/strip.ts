import type { Conclusion } from '#lib/runs/words.ts'
import type { HostSide } from './host-settings.ts'

/** A run to draw. Times are epoch milliseconds; `endMs` null: it is under way. `leftOut` says why it does not count. */
export type StripRun = {
  number: number
  label: string
  side: HostSide
  startMs: number
  endMs: number | null
  conclusion: Conclusion | null
  leftOut: string | null
}
export type StripFacts = {
  openedMs: number
  runs: readonly StripRun[]
  /** Who had reserved the node, and why. */
  reservations: readonly { side: HostSide; reason: string; fromMs: number; untilMs: number }[]
  /** Load averages over time. */
  samples: readonly { atMs: number; load: number }[]
  /** Moments worth a line: a claim. */
  marks: readonly { atMs: number; words: string }[]
}

/** How a run is drawn: `running` is under way; `left-out` wins over how it ended. */
export type BarKind = Conclusion | 'running' | 'left-out'
/** All in units of the drawing. `text`: null where there is no room; `beside`: it stands behind the bar, not in it. */
export type Bar = {
  run: StripRun
  kind: BarKind
  x: number
  y: number
  width: number
  height: number
  text: string | null
  beside: boolean
}
export type Strip = {
  bars: Bar[]
  bands: { x: number; width: number; y: number; words: string }[]
  /** Where idle time was cut out of the axis. */
  cuts: number[]
  /** None within a cut: no time stands there. */
  ticks: { x: number; atMs: number }[]
  marks: { x: number; words: string }[]
  /** The load as a line, in pieces where it was measured without a gap, and its highest value. */
  load: { lines: string[]; peak: number } | null
}

export const STRIP = { width: 1140, height: 146, left: 90, right: 1130 } as const
export const LANE_Y = { builder: 28, adversary: 62 } satisfies Record<HostSide, number>
export const LOAD_Y = { top: 96, bottom: 124 } as const
const BAR_HEIGHT = 18
const THIN = { below: 20, height: 9 } as const
const LEAST_WIDTH = 8
/** Of 11 px monospaced text. */
const CHARACTER = 6.7
const TICKS = 6
/** Idle time that is never cut. */
const SHORT_MS = 5_000
const SAMPLE_GAP_MS = 3 * 60_000

/**
 * Who had the node since the phase opened, as shapes (DESIGN 5). Idle time longer than a quarter of all busy time is cut short, so that
 * runs of seconds stay visible in a phase of days. Null: nothing ran and nothing was reserved.
 */
export function layOutStrip(facts: StripFacts, now: Date): Strip | null {
  const { runs, reservations } = facts
  if (runs.length === 0 && reservations.length === 0) return null
  const nowMs = now.getTime()
  const busy: Span[] = [
    { from: facts.openedMs, to: facts.openedMs },
    ...runs.map(({ startMs, endMs }) => ({ from: startMs, to: Math.max(startMs, endMs ?? nowMs) })),
    ...reservations.map(({ fromMs, untilMs }) => ({ from: fromMs, to: Math.max(fromMs, Math.min(untilMs, nowMs)) })),
    { from: nowMs, to: nowMs },
  ]
  const axis = makeAxis(busy)
  return {
    bars: layOutBars(runs, axis.at, nowMs),
    bands: reservations.map(({ side, reason, fromMs, untilMs }) => {
      const x = axis.at(fromMs)
      const width = Math.max(2, axis.at(Math.min(untilMs, nowMs)) - x)
      return { x, width, y: LANE_Y[side] - 5, words: reason }
    }),
    cuts: axis.cuts.map(({ x, width }) => round(x + width / 2)),
    ticks: Array.from({ length: TICKS }, (_, nth) =>
      round(STRIP.left + (nth * (STRIP.right - STRIP.left)) / (TICKS - 1)),
    )
      .filter((place) => axis.cuts.every(({ x, width }) => place <= x || place >= x + width))
      .map((x) => ({ x, atMs: axis.back(x) })),
    marks: facts.marks.map(({ atMs, words }) => ({ x: axis.at(atMs), words })),
    load: layOutLoad(facts.samples, axis.at),
  }
}

type Span = { from: number; to: number }
type Piece = Span & { x: number; width: number }

/** Time to place: linear within what is busy, idle time cut to a quarter of the busy time. */
function makeAxis(busy: readonly Span[]) {
  const merged: Span[] = []
  for (const span of busy.toSorted((one, other) => one.from - other.from)) {
    const last = merged.at(-1)
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to)
    else merged.push({ ...span })
  }
  const busyMs = merged.reduce((sum, { from, to }) => sum + to - from, 0)
  const longestIdleMs = Math.max(busyMs / 4, SHORT_MS)
  const pieces = merged.flatMap((span, nth): (Span & { shownMs: number; cut: boolean })[] => {
    const shown = { ...span, shownMs: span.to - span.from, cut: false }
    const before = merged[nth - 1]
    if (before === undefined) return [shown]
    const idleMs = span.from - before.to
    const cut = idleMs > longestIdleMs
    return [{ from: before.to, to: span.from, shownMs: cut ? longestIdleMs : idleMs, cut }, shown]
  })
  const totalMs = Math.max(1, sum(pieces.map(({ shownMs }) => shownMs)))
  const scale = (STRIP.right - STRIP.left) / totalMs
  let x: number = STRIP.left
  const placed = pieces.map(({ from, to, shownMs, cut }): Piece & { cut: boolean } => {
    const piece = { from, to, x, width: shownMs * scale, cut }
    x += piece.width
    return piece
  })
  const at = (ms: number): number => {
    const piece = placed.find(({ to }) => ms <= to) ?? placed.at(-1)
    if (piece === undefined) return STRIP.left
    const share = piece.to === piece.from ? 0 : (Math.min(ms, piece.to) - piece.from) / (piece.to - piece.from)
    return round(piece.x + Math.max(0, share) * piece.width)
  }
  const back = (place: number): number => {
    const piece = placed.find(({ x: from, width }) => width > 0 && place <= from + width) ?? placed.at(-1)
    if (piece === undefined || piece.width === 0) return piece?.to ?? 0
    return piece.from + Math.min(1, (place - piece.x) / piece.width) * (piece.to - piece.from)
  }
  return { at, back, cuts: placed.filter(({ cut }) => cut) }
}

/** A run that another bar of its lane leaves no room for stands thin below it. */
function layOutBars(runs: readonly StripRun[], at: (ms: number) => number, nowMs: number): Bar[] {
  const full = { builder: 0, adversary: 0 }
  const thin = { builder: 0, adversary: 0 }
  const bars = runs
    .toSorted((one, other) => one.startMs - other.startMs || one.number - other.number)
    .map((run): Bar => {
      const from = at(run.startMs)
      const width = Math.max(LEAST_WIDTH, at(Math.max(run.startMs, run.endMs ?? nowMs)) - from)
      const x = Math.min(from, STRIP.right - width)
      const fits = x >= full[run.side]
      if (fits) full[run.side] = x + width + 1
      else thin[run.side] = x + width
      const text = fits ? labelWithin(run, width) : null
      const [y, height] = fits ? [LANE_Y[run.side], BAR_HEIGHT] : [LANE_Y[run.side] + THIN.below, THIN.height]
      return { run, kind: kindOf(run), x, y, width: round(width), height, text, beside: false }
    })
  return bars.map((bar) => (bar.height === THIN.height ? { ...bar, ...besideWords(bar, bars) } : bar))
}

const kindOf = ({ endMs, conclusion, leftOut }: StripRun): BarKind =>
  leftOut !== null ? 'left-out' : endMs === null ? 'running' : (conclusion ?? 'unver')

function labelWithin({ label, number }: StripRun, width: number): string | null {
  return [`${label} #${number}`, `#${number}`].find((words) => words.length * CHARACTER + 10 <= width) ?? null
}

/** Behind a thin bar, where no other thin bar of its lane stands. */
function besideWords({ run, x, y, width }: Bar, bars: readonly Bar[]): Pick<Bar, 'text' | 'beside'> {
  const words = `${run.label} #${run.number}${run.leftOut === null ? '' : ' left out'}`
  const from = x + width
  const to = from + words.length * CHARACTER + 6
  const free = bars.every(
    (other) => other.run === run || other.y !== y || other.x > to || other.x + other.width <= from,
  )
  return { text: free && to <= STRIP.right ? words : null, beside: true }
}

function layOutLoad(samples: StripFacts['samples'], at: (ms: number) => number): Strip['load'] {
  if (samples.length < 2) return null
  const peak = Math.max(...samples.map(({ load }) => load))
  const lines: string[] = []
  let before: number | null = null
  for (const { atMs, load } of samples.toSorted((one, other) => one.atMs - other.atMs)) {
    const y = round(LOAD_Y.bottom - (load / Math.max(1, peak)) * (LOAD_Y.bottom - LOAD_Y.top))
    const point = `${at(atMs)} ${y}`
    if (before === null || atMs - before > SAMPLE_GAP_MS) lines.push(`M${point}`)
    else lines.push(`${lines.pop() ?? 'M'}L${point}`)
    before = atMs
  }
  return { lines: lines.filter((line) => line.includes('L')), peak }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0)
const round = (number: number): number => Math.round(number * 10) / 10
