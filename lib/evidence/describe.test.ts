import { describe, expect, test } from 'vitest'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import type { RunRequest } from '#lib/swarm/run-request.ts'
import { aRun, tiersOf } from '#lib/testing/a-run.ts'
import { aRunRequest } from '#lib/testing/a-run-request.ts'
import { aSupervisedRun } from '#lib/testing/a-supervised-run.ts'
import { commandOfCode, commandOfRun, summariseCode, summariseObservation, summariseRun } from './describe.ts'

describe('a run in one line', () => {
  test.each<[string, Partial<AttachedRun>]>([
    ['alone, cold: red at custom', {}],
    ['alone, cold: green', { conclusion: 'green', tiers: tiersOf({ install: 'pass' }) }],
    ['under load, warm: lost', { condition: 'load', deployment: 'warm', conclusion: 'lost' }],
    ['in the sweep, quick: unver', { condition: 'sweep', deployment: 'quick', conclusion: 'unver' }],
    ['promote, cold: cancelled', { condition: 'promote', conclusion: 'cancelled' }],
    ['alone, cold: red at upgrade', { tiers: tiersOf({ install: 'pass', upgrade: 'unver' }) }],
    ['alone, cold: red at restore', { tiers: tiersOf({ upgrade: 'unver', restore: 'fail', custom: 'fail' }) }],
    ['alone, cold: red', { tiers: [] }],
    // A leaked secret makes a run red that no tier shows; a skip was intended and lint decides nothing.
    ['alone, cold: red', { tiers: tiersOf({ install: 'pass', backup: 'skip', lint: 'fail' }) }],
  ])('%s', (line, different) => {
    expect(summariseRun(aRun(different))).toBe(line)
  })
})

test('a run is repeated with the command of the harness, at the commit it ran', () => {
  expect(commandOfRun(aRun())).toBe(
    'RECIPE=mumble CCCI_SKIP_FETCH=1 cc-ci-run runner/run_recipe_ci.py   # mumble at 1.0.0+v1.6.870-0, 0123abcd',
  )
  expect(commandOfRun(aRun({ recipeCheckout: { commit: null, clean: null } }))).toBe(
    'RECIPE=mumble CCCI_SKIP_FETCH=1 cc-ci-run runner/run_recipe_ci.py',
  )
})

describe('a run that was requested here says how it ran', () => {
  const COMMIT = '0123456789abcdef0123456789abcdef01234567'
  const NONE = { commit: null, clean: null }
  const promote = { condition: 'promote', deployment: 'warm' } as const
  const advance = { ...aRunRequest({ profile: 'promote', from: '3.5.3', to: '3.6.0+1' }) }
  test.each<[string, AttachedRun, RunRequest | null, string]>([
    ['alone', aSupervisedRun(), null, `alone on cc-ci; harness at ${COMMIT}`],
    [
      'of a pull request, under load',
      aSupervisedRun({ condition: 'load', pullRequest: 4 }, { profile: 'load' }),
      aRunRequest({ profile: 'load' }),
      `under load on cc-ci; pull request 4; harness at ${COMMIT}`,
    ],
    [
      'as a warm advance',
      aSupervisedRun({ ...promote, harnessCheckout: NONE }, { profile: 'promote' }),
      advance,
      'warm advance from 3.5.3 to 3.6.0+1 on cc-ci',
    ],
    [
      'as a warm advance of which the request is not known',
      aSupervisedRun({ ...promote, harnessCheckout: NONE }, { profile: 'promote' }),
      null,
      'warm advance on cc-ci',
    ],
  ])('%s', (_, run, request, ways) => {
    expect(commandOfRun(run, request)).toBe(
      `RECIPE=mumble CCCI_SKIP_FETCH=1 cc-ci-run runner/run_recipe_ci.py   # mumble at 1.0.0+v1.6.870-0, ${COMMIT}; ${ways}`,
    )
  })
})

test('an observation is named by the first line of its command and its host', () => {
  expect(summariseObservation({ command: 'getent hosts app\nexit', host: 'cc-ci', observedAt: '' })).toBe(
    'getent hosts app on cc-ci',
  )
})

test('neither a command nor a path turns its line around', () => {
  const command = 'echo \u202eSSAP'
  expect(summariseObservation({ command, host: 'cc\u200b-ci', observedAt: '' })).toBe(
    'echo [U+202E]SSAP on cc[U+200B]-ci',
  )
  expect(summariseCode({ ...lines, path: 'a\u202eb' })).toBe('a[U+202E]b:12-14 at 01234567')
})

const lines = {
  repository: 'recipes/mumble',
  commit: '0123456789abcdef',
  path: 'compose.yml',
  fromLine: 12,
  toLine: 14,
}
test('code is named by its lines and the first eight digits of its commit', () => {
  expect(summariseCode(lines)).toBe('compose.yml:12-14 at 01234567')
  expect(summariseCode({ ...lines, toLine: 12 })).toBe('compose.yml:12 at 01234567')
})

describe('the command that shows the same lines', () => {
  test.each([
    ['compose.yml', 'git show 0123456789abcdef:compose.yml'],
    ['tests/discourse/test_upgrade.py', 'git show 0123456789abcdef:tests/discourse/test_upgrade.py'],
    ['with space.yml', `git show '0123456789abcdef:with space.yml'`],
    ['x; rm -rf ~', `git show '0123456789abcdef:x; rm -rf ~'`],
    ["it's $(id)", `git show '0123456789abcdef:it'\\''s $(id)'`],
  ])('never runs what stands in a path: %s', (path, command) => {
    expect(commandOfCode({ ...lines, path })).toBe(`${command} | sed -n '12,14p'`)
  })
})
