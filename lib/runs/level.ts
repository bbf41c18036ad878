import type { Tier, TierStatus } from './tiers.ts'

/** The ladder of schema 2, since 2026-06-11 (schema 1 gave 5 and 6 another meaning: never compute it from here). */
const LADDER: readonly (readonly string[])[] = [['install'], ['upgrade'], ['backup', 'restore'], ['custom'], ['lint']]

/**
 * The highest level these tiers allow under schema 2: the highest rung passed with only pass or skip below it; 0 when none.
 * `absent` says what a rung that nobody recorded does: a results.json may leave out what the recipe does not have (`ignored`),
 * in tiers entered by hand a blank is something that is not known to have run (`blocks`).
 */
export function highestLevel(tiers: readonly Tier[], absent: 'blocks' | 'ignored'): number {
  let level = 0
  for (const [below, names] of LADDER.entries()) {
    const statuses = names.map((name): TierStatus | 'absent' => tiers.find((t) => t.name === name)?.status ?? 'absent')
    if (statuses.some((status) => status === 'fail' || status === 'unver')) return level
    if (absent === 'blocks' && statuses.includes('absent')) return level
    if (statuses.includes('pass')) level = below + 1
  }
  return level
}
