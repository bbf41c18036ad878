import { expect, test } from 'vitest'
import { ok, refuse } from '#lib/result.ts'
import type { RunResults } from '#lib/runs/results/read-results.ts'
import type { TierStatus } from '#lib/runs/tiers.ts'
import { aHostRun } from '#lib/testing/a-probe.ts'
import { tiersOf } from '#lib/testing/a-run.ts'
import { concludeRun, type EndedRun } from './conclude-run.ts'
import { hostRunCauses } from './protocol/run-status.ts'

const results = (tiers: { [name: string]: TierStatus }, different: Partial<RunResults> = {}) =>
  ok<RunResults>({
    ...{ schema: 2, recipe: 'mumble', version: '1.0.0', pr: null, ref: null, runId: 'g1', finishedAt: null, level: 4 },
    ...{ levelCapReason: null, cleanTeardown: true, noSecretLeak: true, skips: null, rulesFailed: [] },
    tiers: tiersOf(tiers),
    ...different,
  })
const PASSED = results({ lint: 'pass', install: 'pass', custom: 'pass' })
const FAILED = results({ install: 'pass', custom: 'fail' })
const concluded = (status: Parameters<typeof aHostRun>[0], read: EndedRun['results']) =>
  concludeRun({ status: aHostRun(status), results: read, recipe: 'mumble' })

test.each<[string, Parameters<typeof aHostRun>[0], EndedRun['results'], string, string]>([
  ['exit 0 and every tier passed', {}, PASSED, 'green', 'Exit 0, and every tier passed.'],
  ['lint decides nothing', {}, results({ lint: 'fail', install: 'pass' }), 'green', 'Exit 0, and every tier passed.'],
  ['a skip was intended', {}, results({ install: 'pass', backup: 'skip' }), 'green', 'Exit 0, and every tier passed.'],
  ['a failed tier', { rc: 1 }, FAILED, 'red', 'Exit 1. The tier custom failed.'],
  ['a failed tier is believed over exit 0', {}, FAILED, 'red', 'Exit 0. The tier custom failed.'],
  [
    'a failed tier before its own deadline',
    { rc: 142 },
    FAILED,
    'red',
    'The harness’s own deadline of 60 minutes passed (exit 142). The tier custom failed.',
  ],
  [
    'a secret leaked',
    { rc: 1 },
    results({ install: 'pass' }, { noSecretLeak: false }),
    'red',
    'Exit 1. Every tier passed, and a secret leaked.',
  ],
  [
    'an unclean teardown',
    { rc: 1 },
    results({ install: 'pass' }, { cleanTeardown: false }),
    'red',
    'Exit 1. Every tier passed, and the teardown was not clean.',
  ],
  [
    'the exit code says no',
    { rc: 3 },
    PASSED,
    'red',
    'Exit 3. The harness says no, though every tier in its results passed.',
  ],
  ['no results', {}, null, 'unver', 'Exit 0. It left no results.json.'],
  [
    'unreadable results',
    {},
    refuse({ sentence: 'results.json: cannot be read.' }),
    'unver',
    'Exit 0. results.json: cannot be read.',
  ],
  [
    'results of another recipe',
    {},
    results({ install: 'pass' }, { recipe: 'gitea' }),
    'unver',
    'Exit 0. Its results.json is of gitea, not of mumble.',
  ],
  [
    'a tier that did not run',
    {},
    results({ install: 'pass', custom: 'unver' }),
    'unver',
    'Exit 0. The tier custom should have run and did not.',
  ],
  ['everything skipped', {}, results({ install: 'skip' }), 'unver', 'Exit 0. No tier passed: nothing was tested.'],
  ['nothing at all', {}, results({}), 'unver', 'Exit 0. No tier passed: nothing was tested.'],
  [
    'terminated half way',
    { rc: 143 },
    results({ install: 'pass' }),
    'unver',
    'Terminated (exit 143). What its results say was not all.',
  ],
  [
    'killed',
    { rc: 137 },
    null,
    'unver',
    'Killed (exit 137): out of memory, or somebody killed it. It left no results.json.',
  ],
  ['its exit code never came', { rc: null }, PASSED, 'unver', 'It ended, and its exit code never came.'],
  [
    'its process is gone',
    { state: 'died', rc: null },
    PASSED,
    'lost',
    'Its process is gone and left no exit code: it was killed.',
  ],
  [
    'the host was rebooted',
    { state: 'died', rc: null, nowBootId: 'boot-2' },
    PASSED,
    'lost',
    'The host was rebooted while it ran.',
  ],
])('%s', (_, status, read, conclusion, words) => {
  expect(concluded(status, read)).toEqual({ conclusion, words })
})

test.each(hostRunCauses)('what the host ended is never green, whatever its results say: %s', (cause) => {
  expect(concluded({ cause }, PASSED).conclusion).toBe(cause === 'cancelled' ? 'cancelled' : 'unver')
})
