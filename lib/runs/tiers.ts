/** What one tier (or one test of it) ended with. `unver` should have run and did not: it blocks like a fail. */
export const tierStatuses = ['pass', 'fail', 'skip', 'unver'] as const
export type TierStatus = (typeof tierStatuses)[number]

export type TierTest = { name: string; status: TierStatus; ms: number | null }
export type Tier = { name: string; status: TierStatus; tests: TierTest[] }

/** The order in which the harness works; on screen too. */
export const tierOrder = ['lint', 'install', 'upgrade', 'backup', 'restore', 'custom'] as const

/** Worse is higher. A skip was intended, so it is better than a tier that should have run. */
const BADNESS = { pass: 0, skip: 1, unver: 2, fail: 3 } satisfies Record<TierStatus, number>

const names: readonly string[] = tierOrder
const placeOf = (name: string) => {
  const place = names.indexOf(name)
  return place === -1 ? tierOrder.length : place
}

/** Known tiers in the harness's order, then unknown ones in the order in which they came. */
export function inTierOrder<T extends { name: string }>(tiers: readonly T[]): T[] {
  return [...tiers].sort((a, b) => placeOf(a.name) - placeOf(b.name))
}

/** The tiers that decide between green and red: all but lint, which is verdict-neutral. */
export function decidingTiers(tiers: readonly Tier[]): Tier[] {
  return tiers.filter((tier) => tier.name !== 'lint')
}

/** The deciding tier that made a run red: the worst, where it failed or is unver; null when none shows why (a leaked secret is red, too). */
export function brokenTier(tiers: readonly Tier[]): Tier | null {
  const worst = worstTier(decidingTiers(tiers))
  return worst?.status === 'fail' || worst?.status === 'unver' ? worst : null
}

/** The worst of these tiers, the first of equals; null when there is none. Leave lint out with `decidingTiers` where it must not count. */
export function worstTier(tiers: readonly Tier[]): Tier | null {
  return tiers.reduce<Tier | null>(
    (worst, tier) => (worst === null || BADNESS[tier.status] > BADNESS[worst.status] ? tier : worst),
    null,
  )
}
