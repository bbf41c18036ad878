import type { AttachedRun } from '#lib/runs/attached-run.ts'
import type { TierStatus } from '#lib/runs/tiers.ts'
import type { Expected } from './claim-part.ts'

export type StageDifference = { name: string; expected: TierStatus; was: TierStatus | null }
/** How a run compares with what the claim says it shows; null: the claim says nothing of this condition. */
export type AsClaimed = { matched: number; of: number; differs: StageDifference[] }

/** Stage by stage; a stage that the run does not show differs (`was` null): what did not run was not as claimed. */
export function compareWithExpected(run: AttachedRun, expected: readonly Expected[]): AsClaimed | null {
  const asked = expected.find(({ condition }) => condition === run.condition)
  if (!asked || asked.tiers.length === 0) return null
  const differs = asked.tiers.flatMap(({ name, status }): StageDifference[] => {
    const was = run.tiers.find((tier) => tier.name === name)?.status ?? null
    return was === status ? [] : [{ name, expected: status, was }]
  })
  return { matched: asked.tiers.length - differs.length, of: asked.tiers.length, differs }
}

/** `as claimed: 6 of 6 stages` · `not as claimed: 5 of 6 stages; upgrade pass, claimed fail` */
export function wordAsClaimed({ matched, of, differs }: AsClaimed): string {
  const count = `${matched} of ${of} stage${of === 1 ? '' : 's'}`
  if (differs.length === 0) return `as claimed: ${count}`
  const words = differs.map(({ name, expected, was }) => `${name} ${was ?? 'not shown'}, claimed ${expected}`)
  return `not as claimed: ${count}; ${words.join('; ')}`
}
