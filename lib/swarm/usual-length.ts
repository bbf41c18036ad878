import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { formatDuration } from '#lib/time/format.ts'
import { EVIDENCE_OF, type RunProfile } from './words.ts'

/** How long runs of this failure's recipe under this profile took here, in milliseconds: their median; null: none was seen whole. */
export function usualLength({ failures, evidence }: PhaseFacts, failure: string, profile: RunProfile): number | null {
  const recipe = failures.find((held) => held.failure === failure)?.recipe
  const { condition, deployment } = EVIDENCE_OF[profile]
  const lengths = evidence
    .flatMap(({ run }) =>
      run !== null &&
      run.recipe === recipe &&
      run.condition === condition &&
      run.deployment === deployment &&
      (run.conclusion === 'green' || run.conclusion === 'red')
        ? [Date.parse(run.endedAt) - Date.parse(run.startedAt)]
        : [],
    )
    .toSorted((one, other) => one - other)
  const middle = Math.floor(lengths.length / 2)
  const upper = lengths[middle]
  if (upper === undefined) return null
  return lengths.length % 2 === 1 ? upper : ((lengths[middle - 1] ?? upper) + upper) / 2
}

/** `4 runs, about 1 h 50`: what is to run, how many of it and how long together; what nobody knows is said. */
export function wordTotal(lengths: readonly (number | null)[]): string {
  const runs = lengths.length === 1 ? '1 run' : `${lengths.length} runs`
  const known = lengths.filter((length) => length !== null)
  if (known.length === 0) return `${runs}, how long is not known`
  const total = known.reduce((sum, length) => sum + length, 0)
  const rest = lengths.length - known.length
  return `${runs}, about ${wordLength(total)}${rest === 0 ? '' : `, ${rest} of them not known`}`
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** `40s`, `8 min`, `1 h 50`: about so long, in the words of somebody who plans. Milliseconds. */
export function wordLength(ms: number): string {
  if (ms < 2 * MINUTE_MS) return formatDuration(ms)
  const minutes = Math.round(ms / MINUTE_MS)
  if (ms < HOUR_MS) return `${minutes} min`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${String(rest).padStart(2, '0')}`}`
}
