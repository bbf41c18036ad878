import type { EvidenceFacts } from '#lib/phases/phase-facts.ts'
import { brokenTier } from './tiers.ts'
import type { RunCondition } from './words.ts'

/**
 * Runs of one failure under one condition. `counted`: green or red, not left out, and not the run that raised the alarm (it was picked
 * because it was red: EVIDENCE 0.6). `set` holds all of them, for showing.
 */
export type RunCount = {
  set: EvidenceFacts[]
  counted: number
  green: number
  red: number
  leftOut: number
  redAt: string | null
}

export function countRuns(
  evidence: readonly EvidenceFacts[],
  failure: string,
  conditions: readonly RunCondition[],
): RunCount {
  const set = evidence.filter(
    (held) => held.failure === failure && held.run !== null && conditions.includes(held.run.condition),
  )
  const counted = set.flatMap(({ run, leftOut }) =>
    run !== null && leftOut === null && !run.raisedAlarm && (run.conclusion === 'green' || run.conclusion === 'red')
      ? [run]
      : [],
  )
  const reds = counted.filter((run) => run.conclusion === 'red')
  const tiers = new Set(reds.map((run) => brokenTier(run.tiers)?.name ?? null))
  const [redAt] = tiers
  return {
    set,
    counted: counted.length,
    green: counted.length - reds.length,
    red: reds.length,
    leftOut: set.filter((held) => held.leftOut !== null).length,
    redAt: tiers.size === 1 && redAt ? redAt : null,
  }
}

/** `green, 3 of 3` · `restore, 2 of 2` · `1 green, 1 red, 1 left out`; empty when there is no run. */
export function wordRunCount({ set, counted, green, red, leftOut, redAt }: RunCount): string {
  if (set.length === 0) return ''
  const rest = set.length - counted - leftOut
  const words: string[] = []
  if (green > 0 && red > 0) words.push(`${green} green, ${red} red`)
  else if (green > 0) words.push(`green, ${green} of ${counted}`)
  else if (red > 0) words.push(`${redAt ?? 'red'}, ${red} of ${counted}`)
  if (leftOut > 0) words.push(`${leftOut} left out`)
  if (rest > 0) words.push(`${rest} not counted`)
  return words.join(', ')
}
