import type { LogSpan } from '#lib/runs/log-text.ts'
import type { OutlineEntry } from './outline.ts'

/** A line on its way to a browser: `text` where it has no colour. `cut`: it is longer than what is sent, in words. */
export type FeedLine = { number: number; cut?: string } & ({ text: string } | { spans: readonly LogSpan[] })

/** Whole lines in order, and the parts of the run that begin in them. */
export type FeedBatch = { lines: FeedLine[]; parts?: OutlineEntry[] }

export function toFeedLine(number: number, spans: readonly LogSpan[], cut: string | null): FeedLine {
  const [first, second] = spans
  const shown = second === undefined && (first?.tone ?? 'plain') === 'plain' ? { text: first?.text ?? '' } : { spans }
  return { number, ...shown, ...(cut === null ? {} : { cut }) }
}

export const spansOf = (line: FeedLine): readonly LogSpan[] =>
  'spans' in line ? line.spans : [{ text: line.text, tone: 'plain' }]
