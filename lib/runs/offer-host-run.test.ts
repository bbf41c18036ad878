import { expect, test } from 'vitest'
import { tiersOf } from '#lib/testing/a-run.ts'
import { offerHostRun } from './offer-host-run.ts'
import type { RunResults } from './results/read-results.ts'

const MUMBLE = { failure: 'mumble', recipe: 'mumble', version: '1.0.0', image: null, sweptAs: null, position: 1 }
const FOLDER = { host: 'cc-ci', folder: '753' }
const RESULTS: RunResults = {
  ...{ schema: 2, recipe: 'mumble', version: '1.0.1', pr: 4, ref: 'a1b2c3d4', runId: '753', level: 3 },
  ...{ finishedAt: '2026-06-18T00:10:30.000Z', levelCapReason: null, skips: null, rulesFailed: ['R011'] },
  ...{ tiers: tiersOf({ install: 'pass', custom: 'fail' }), cleanTeardown: true, noSecretLeak: true },
}
const offered = (different: Partial<RunResults> = {}) => offerHostRun(MUMBLE, FOLDER, { ...RESULTS, ...different })

test('a run folder fills in what its results say', () => {
  expect(offered()).toEqual({
    ...{ recipe: ['mumble'], recipeVersion: ['1.0.1'], recipeCommit: ['a1b2c3d4'] },
    ...{ host: ['cc-ci'], endedAt: ['2026-06-18 00:10:30'], conclusion: ['red'], pullRequest: ['4'], level: ['3'] },
    ...{ rulesFailed: ['R011'], remark: ['Run folder 753 of cc-ci.'] },
  })
})

test('when it started, under which condition and on which volume is for a person to say', () => {
  expect(Object.keys(offered())).not.toContain('startedAt')
  expect(Object.keys(offered())).not.toContain('condition')
  expect(Object.keys(offered())).not.toContain('deployment')
})

test('without results only the failure and the folder are known', () => {
  expect(offerHostRun(MUMBLE, FOLDER, null)).toEqual({
    ...{ recipe: ['mumble'], recipeVersion: ['1.0.0'], host: ['cc-ci'] },
    remark: ['Run folder 753 of cc-ci.'],
  })
})

test.each<[string, Partial<RunResults>, string]>([
  ['a tier should have run', { tiers: tiersOf({ install: 'pass', custom: 'unver' }) }, 'unver'],
  ['a secret leaked', { tiers: tiersOf({ install: 'pass' }), noSecretLeak: false }, 'red'],
  ['the teardown was not clean', { tiers: tiersOf({ install: 'pass' }), cleanTeardown: false }, 'red'],
  ['nothing was tested', { tiers: [] }, 'unver'],
])('%s: it ended %s', (_, different, conclusion) => {
  expect(offered(different).conclusion).toEqual([conclusion])
})

test('every tier passed: whether it ended green, its exit code said, and nobody kept it', () => {
  expect(offered({ tiers: tiersOf({ install: 'pass', custom: 'pass' }) }).conclusion).toBeUndefined()
})

test('a branch is no commit', () => {
  expect(offered({ ref: 'main' }).recipeCommit).toBeUndefined()
})
