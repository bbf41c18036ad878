import type { AttachedRun } from '#lib/runs/attached-run.ts'
import type { Tier, TierStatus } from '#lib/runs/tiers.ts'

/** Tiers by name: `tiersOf({ install: 'pass', restore: 'fail' })`. */
export const tiersOf = (statuses: { [name: string]: TierStatus }): Tier[] =>
  Object.entries(statuses).map(([name, status]) => ({ name, status, tests: [] }))

const SHORT_COMMIT = { commit: '0123abcd', clean: true }

/** A cold run alone, red at custom, of mumble; name what is different. */
export function aRun(different: Partial<AttachedRun> = {}): AttachedRun {
  return {
    number: 1,
    condition: 'alone',
    deployment: 'cold',
    recipe: 'mumble',
    recipeVersion: '1.0.0+v1.6.870-0',
    recipeCheckout: SHORT_COMMIT,
    testCheckout: SHORT_COMMIT,
    harnessCheckout: SHORT_COMMIT,
    host: 'cc-ci',
    startedAt: '2026-06-17T23:10:00Z',
    endedAt: '2026-06-17T23:20:00Z',
    conclusion: 'red',
    tiers: tiersOf({ install: 'pass', upgrade: 'pass', backup: 'pass', restore: 'pass', custom: 'fail' }),
    level: 3,
    schema: 2,
    runId: null,
    pullRequest: null,
    raisedAlarm: false,
    results: null,
    log: null,
    remark: '',
    supervised: null,
    ...different,
  }
}
