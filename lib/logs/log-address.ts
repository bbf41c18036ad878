import { addressOf } from '#lib/phases/addresses.ts'
import { formatLineRange, type LineRange } from './line-range.ts'

const pointed = (range: LineRange) => `lines=${formatLineRange(range)}#L${range.from}`

/** Where lines of a log stand. */
export const logAddress = {
  end: (run: number) => `${addressOf.run(run)}#log`,
  lines: (run: number, range: LineRange) => `${addressOf.run(run)}?${pointed(range)}`,
  line: (run: number, line: number) => logAddress.lines(run, { from: line, to: line }),
  hit: (run: number, needle: string, line: number) =>
    `${addressOf.run(run)}?find=${encodeURIComponent(needle)}&${pointed({ from: line, to: line })}`,
  /** The form that records these lines as an observation, filled in. */
  cite: (phase: string, failure: string, run: number, range: LineRange) =>
    `${addressOf.addEvidence(phase, failure)}?run=${run}&lines=${formatLineRange(range)}`,
  /** What is printed and what is recorded, in one stream. Whoever was away for long goes on near the end. */
  stream: (run: number) => `/api/runs/${run}/stream?most=2000`,
} as const
