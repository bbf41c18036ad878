const { env } = process

/** How often to crash: few at a desk, as many as are asked for on a build machine. */
export const KILLS = numberOr(env.GATEHOUSE_KILLS, 40)
/** Power cuts at each of FULL and NORMAL. */
export const POWER_CUTS = numberOr(env.GATEHOUSE_POWER_CUTS, 100)
/** What chance begins with; a failing test names it, so that the same crash can be had again. */
export const SEED = numberOr(env.GATEHOUSE_CRASH_SEED, Date.now() % 1_000_000)

function numberOr(given: string | undefined, otherwise: number): number {
  if (given === undefined || given === '') return otherwise
  if (!/^\d+$/.test(given)) throw new Error(`“${given}” is no whole number.`)
  return Number(given)
}
