import type { LogSpan } from '#lib/runs/log-text.ts'
import type { LineRange } from './line-range.ts'
import type { OutlineEntry } from './outline.ts'

/** `cut`: the line is longer than what is shown, in words. */
export type ShownLine = { number: number; spans: readonly LogSpan[]; cut: string | null }

/** What was looked for and where it was found; `before` and `after`: the hits around the one that is shown. */
export type ShownSearch = {
  needle: string
  count: number
  /** done; more than were counted; or still looking, so far up to the line `searched`. */
  state: 'done' | 'more' | 'searching' | 'failed'
  searched: number
  /** Its place among the hits, from 1; null: the line shown is no hit. */
  nth: number | null
  before: number | null
  after: number | null
}

/** A window of a run's log, as a page shows it. */
export type RunLog = {
  run: number
  lines: readonly ShownLine[]
  lineCount: number
  outline: readonly OutlineEntry[]
  /** What the address points at. */
  range: LineRange | null
  search: ShownSearch | null
  /** Lines of this window in which it was found. */
  hits: readonly number[]
  /** SHA-256 of a log that is complete and sealed: only that can be cited. */
  sealed: string | null
  /** The log grows, and the window is its end: it goes on at this byte. */
  goesOnAt: number | null
  growing: boolean
}

/** Lines of a window. */
export const LINES_PER_PAGE = 200
