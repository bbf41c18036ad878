import { expect, test } from 'vitest'
import { assembleRun } from './assemble-run.ts'
import { AttachRunInput } from './inputs.ts'
import { readResults } from './results/read-results.ts'

const typed = {
  ...{ phase: 'redfix', failure: 'mumble', condition: 'alone', deployment: 'cold', recipe: 'mumble' },
  ...{ recipeVersion: '1.0.0', host: 'cc-ci', startedAt: '2026-06-18T00:00Z', endedAt: '2026-06-18T00:20Z' },
  ...{ recipeClean: 'yes', testClean: 'unknown', harnessClean: 'unknown' },
  ...{ conclusion: 'green', tiers: { install: 'pass', lint: 'fail' } },
}
const assembled = (different: object, results: object | null = null) => {
  const reading = results === null ? null : readResults(JSON.stringify(results))
  if (reading !== null && !reading.ok) throw new Error(reading.refusal.sentence)
  return assembleRun(
    AttachRunInput.parse({ ...typed, ...different }),
    reading?.value ?? null,
    { results: null, log: null },
    1,
  )
}
const rulesOf = (...given: Parameters<typeof assembled>) =>
  assembled(...given)
    .tiers.filter(({ name }) => name === 'lint')
    .flatMap(({ status, tests }) => [status, ...tests.map((one) => `${one.name} ${one.status}`)])

test.each<[string, object, string[]]>([
  ['as tests of the lint stage', { rulesFailed: 'R011 R014' }, ['fail', 'R011 fail', 'R014 fail']],
  ['however they are parted', { rulesFailed: ' R011,R014 ; ' }, ['fail', 'R011 fail', 'R014 fail']],
  ['and there are none where none is named', {}, ['fail']],
  [
    'also where the stage was not typed: it failed',
    { tiers: { install: 'pass' }, rulesFailed: 'R011' },
    ['fail', 'R011 fail'],
  ],
  ['and no stage appears where nothing is said of it', { tiers: { install: 'pass' } }, []],
])('the lint rules that failed are kept %s', (_, different, rules) => {
  expect(rulesOf(different)).toEqual(rules)
})

const results = {
  ...{ schema: 2, recipe: 'mumble', version: '1.0.0', run_id: 'm2', finished: 1781739521, level: 4, pr: 7, flags: {} },
  ...{ stages: [{ name: 'install', status: 'pass' }], lint: { status: 'fail', detail: '', rules_failed: ['R011'] } },
}
test('the rules that a results.json names are believed over what was typed', () => {
  expect(rulesOf({ rulesFailed: 'R014' }, results)).toEqual(['fail', 'R011 fail'])
})
test('rules are added to what the stage says of its tests, and take the place of what it says of them', () => {
  const tests = [
    { name: 'R001', status: 'pass', ms: 1 },
    { name: 'R011', status: 'pass', ms: 1 },
  ]
  const told = { ...results, stages: [{ name: 'lint', status: 'fail', tests }, ...results.stages] }
  expect(rulesOf({}, told)).toEqual(['fail', 'R001 pass', 'R011 fail'])
})
test('the pull request that a results.json names is believed over what was typed', () => {
  expect(assembled({ pullRequest: '4' }, results).pullRequest).toBe(7)
})

test.each<[string, object, number | null]>([
  ['as typed', { pullRequest: '4' }, 4],
  ['none, where nobody typed one', {}, null],
  ['none, where it was left empty', { pullRequest: '' }, null],
])('the pull request that a run tested is kept: %s', (_, different, pullRequest) => {
  expect(assembled(different).pullRequest).toBe(pullRequest)
})
