import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type EnteredRun, findContradictions } from './contradictions.ts'
import { type RunResults, readResults } from './results/read-results.ts'
import type { Tier, TierStatus } from './tiers.ts'

const now = new Date('2026-06-18T00:25:00Z')
const tiers = (statuses: Record<string, TierStatus>): Tier[] =>
  Object.entries(statuses).map(([name, status]) => ({ name, status, tests: [] }))
const allPass = tiers({
  lint: 'pass',
  install: 'pass',
  upgrade: 'pass',
  backup: 'pass',
  restore: 'pass',
  custom: 'pass',
})
const upgradeIs = (status: TierStatus) => allPass.map((tier) => (tier.name === 'upgrade' ? { ...tier, status } : tier))

const green: EnteredRun = {
  recipe: 'discourse',
  recipeVersion: '0.8.1+3.5.0',
  condition: 'alone',
  deployment: 'cold',
  conclusion: 'green',
  startedAt: '2026-06-17T23:19:00Z',
  endedAt: '2026-06-17T23:38:00Z',
  tiers: allPass,
  level: 5,
}
const red: EnteredRun = { ...green, conclusion: 'red', tiers: [], level: null }
const discourse = ((): RunResults => {
  const text = readFileSync(new URL('../../e2e/fixtures/results/schema2-red-upgrade.json', import.meta.url), 'utf8')
  const read = readResults(text)
  if (!read.ok) throw new Error(read.refusal.sentence)
  return read.value
})()
const passed: RunResults = { ...discourse, tiers: allPass, level: 5 }
const said = (entered: EnteredRun, results: RunResults | null = null) =>
  findContradictions(entered, results, now).map(({ field, sentence }) => `${field}: ${sentence}`)

describe('nothing contradicts', () => {
  test.each<[string, EnteredRun, RunResults | null]>([
    ['a green run, every tier passed', green, null],
    ['a green run with a skip', { ...green, tiers: upgradeIs('skip') }, null],
    [
      'a green run whose lint failed: lint is verdict-neutral',
      { ...green, level: 4, tiers: [{ name: 'lint', status: 'fail', tests: [] }, ...allPass.slice(1)] },
      null,
    ],
    ['the red discourse run with its results', red, discourse],
    ['a red run with nothing recorded', red, null],
    ['a red run of which only lint is recorded', { ...red, tiers: tiers({ lint: 'pass' }) }, null],
    ['a red run because a tier did not run', { ...red, tiers: upgradeIs('unver') }, null],
    ['a red run that left something behind', red, { ...passed, cleanTeardown: false }],
    ['a red run that leaked a secret', red, { ...passed, noSecretLeak: false }],
    ['an unver run without results', { ...red, conclusion: 'unver' }, null],
    ['an unver run, one tier of which did not run', { ...red, conclusion: 'unver', tiers: upgradeIs('unver') }, null],
    ['an unver run, one tier of which was skipped', { ...red, conclusion: 'unver', tiers: upgradeIs('skip') }, null],
    [
      'the lint rule that failed with its tier',
      { ...green, level: 4, rulesFailed: ['R011'], tiers: [...tiers({ lint: 'fail' }), ...allPass.slice(1)] },
      null,
    ],
    [
      'the lint rule that results.json names too',
      { ...red, rulesFailed: ['R011'] },
      { ...discourse, rulesFailed: ['R011'] },
    ],
    ['a run of two days', { ...green, startedAt: '2026-06-15T23:38:00Z' }, null],
    ['a lost run without results', { ...red, conclusion: 'lost' }, null],
    ['a run that ended the moment it started', { ...green, endedAt: green.startedAt }, null],
    ['an end two minutes ahead of our clock', { ...green, endedAt: '2026-06-18T00:27:00Z' }, null],
    ['results two minutes after the end', red, { ...discourse, finishedAt: '2026-06-17T23:40:00Z' }],
    ['results two minutes before the start', red, { ...discourse, finishedAt: '2026-06-17T23:17:00Z' }],
    ['results that name no version', red, { ...discourse, version: null }],
    ['a level of schema 1 is not measured on today’s ladder', red, { ...discourse, schema: 1, level: 6 }],
    ['the same, entered by hand', { ...red, tiers: upgradeIs('fail'), level: 6, schema: 1 }, null],
    ['a warm promote run', { ...green, condition: 'promote', deployment: 'warm' }, null],
  ])('%s', (_, entered, results) => {
    expect(said(entered, results)).toEqual([])
  })
})

describe('a contradiction is named beside its field', () => {
  test.each<[string, EnteredRun, RunResults | null, string]>([
    [
      'green, a tier failed',
      { ...green, level: null, tiers: upgradeIs('fail') },
      null,
      'conclusion: The run is entered as green, but the tier upgrade failed.',
    ],
    [
      'green, a tier is unver',
      { ...green, level: null, tiers: upgradeIs('unver') },
      null,
      'conclusion: The run is entered as green, but the tier upgrade is unver: it should have run and did not.',
    ],
    [
      'green, its results are not',
      { ...green, tiers: [], level: null },
      discourse,
      'conclusion: The run is entered as green, but the tier upgrade failed.',
    ],
    [
      'green without any tier',
      { ...green, tiers: [], level: null },
      null,
      'conclusion: The run is entered as green, but no tier passed. Nothing tested is not green.',
    ],
    [
      'green, only lint passed',
      { ...green, tiers: tiers({ lint: 'pass' }), level: null },
      null,
      'conclusion: The run is entered as green, but no tier passed. Nothing tested is not green.',
    ],
    [
      'green, everything skipped',
      { ...green, tiers: tiers({ install: 'skip' }), level: null },
      null,
      'conclusion: The run is entered as green, but no tier passed. Nothing tested is not green.',
    ],
    [
      'red, every tier passed',
      { ...red, tiers: allPass },
      null,
      'conclusion: The run is entered as red, but no tier failed.',
    ],
    ['red, its results passed', red, passed, 'conclusion: The run is entered as red, but no tier failed.'],
    [
      'red, only lint failed',
      { ...red, tiers: tiers({ lint: 'fail', install: 'pass' }) },
      null,
      'conclusion: The run is entered as red, but only lint failed, and lint does not decide between green and red.',
    ],
    [
      'unver, every tier passed',
      { ...red, conclusion: 'unver', tiers: tiers({ lint: 'fail', install: 'pass', custom: 'pass' }) },
      null,
      'conclusion: The run is entered as unver, but every tier passed: what should have run did.',
    ],
    [
      'unver, its results passed',
      { ...red, conclusion: 'unver' },
      passed,
      'conclusion: The run is entered as unver, but every tier passed: what should have run did.',
    ],
    [
      'a minute more than two days',
      { ...green, startedAt: '2026-06-15T23:37:00Z' },
      null,
      'endedAt: A run of 48 hours is no run: look at the start, 2026-06-15 23:37Z, and the end, 2026-06-17 23:38Z.',
    ],
    [
      'more than a year',
      { ...green, startedAt: '2025-05-13T23:38:00Z' },
      null,
      'endedAt: A run of 400 days is no run: look at the start, 2025-05-13 23:38Z, and the end, 2026-06-17 23:38Z.',
    ],
    [
      'end before start',
      { ...green, endedAt: '2026-06-17T23:18:59Z' },
      null,
      'endedAt: The end, 2026-06-17 23:18Z, is before the start, 2026-06-17 23:19Z.',
    ],
    [
      'an end that is still to come',
      { ...green, endedAt: '2026-06-18T00:27:01Z' },
      null,
      'endedAt: The end, 2026-06-18 00:27Z, lies in the future: it is 2026-06-18 00:25Z now.',
    ],
    ['a start that is no time', { ...green, startedAt: 'yesterday' }, null, 'startedAt: The start is not a time.'],
    [
      'results of another recipe',
      { ...red, recipe: 'mumble' },
      discourse,
      'results: This results.json is of discourse; the run is of mumble.',
    ],
    [
      'results of another version',
      { ...red, recipeVersion: '0.8.0+3.4.2' },
      discourse,
      'recipeVersion: results.json says version 0.8.1+3.5.0; 0.8.0+3.4.2 was entered.',
    ],
    [
      'results after the end',
      red,
      { ...discourse, finishedAt: '2026-06-17T23:40:01Z' },
      'endedAt: results.json says the run finished at 2026-06-17 23:40Z, after the end entered here, 2026-06-17 23:38Z.',
    ],
    [
      'results before the start',
      red,
      { ...discourse, finishedAt: '2026-06-17T23:16:59Z' },
      'startedAt: results.json says the run finished at 2026-06-17 23:16Z, before the start entered here, 2026-06-17 23:19Z.',
    ],
    [
      'a tier entered otherwise',
      { ...red, tiers: tiers({ upgrade: 'pass' }) },
      discourse,
      'tiers: The tier upgrade was entered as pass; results.json says fail.',
    ],
    [
      'a level entered otherwise',
      { ...red, level: 2 },
      discourse,
      'level: results.json says level 1; level 2 was entered.',
    ],
    [
      'a level its tiers do not reach',
      { ...red, tiers: upgradeIs('fail'), level: 4 },
      null,
      'level: Level 4 is higher than its tiers allow: they reach level 1.',
    ],
    [
      'results with such a level',
      red,
      { ...discourse, level: 5 },
      'level: Level 5 is higher than its tiers allow: they reach level 1.',
    ],
    [
      'a cold promote run',
      { ...green, condition: 'promote' },
      null,
      'deployment: A promote run moves an app that is already there, at its warm name: it cannot be cold.',
    ],
    [
      'lint rules that failed, where lint passed',
      { ...green, rulesFailed: ['R011'] },
      null,
      'rulesFailed: Lint rules are entered as failed, but the tier lint is entered as pass.',
    ],
    [
      'lint rules that failed, where nothing is said of lint',
      { ...green, level: 4, tiers: allPass.slice(1), rulesFailed: ['R011'] },
      null,
      'rulesFailed: Lint rules are entered as failed, but the tier lint is not entered.',
    ],
    [
      'a lint rule that results.json does not name',
      { ...red, rulesFailed: ['R011', 'R014'] },
      { ...discourse, rulesFailed: ['R011'] },
      'rulesFailed: results.json does not say that R014 failed.',
    ],
  ])('%s', (_, entered, results, contradiction) => {
    expect(said(entered, results)).toEqual([contradiction])
  })

  test('results in which a tier passed although a test of it failed', () => {
    const test = { name: 'test_topic', status: 'fail' as const, ms: 1 }
    const results = {
      ...passed,
      tiers: allPass.map((tier) => (tier.name === 'custom' ? { ...tier, tests: [test] } : tier)),
    }
    expect(said({ ...green, endedAt: '2026-06-17T23:39:00Z' }, results)).toEqual([
      'results: results.json says the tier custom passed, but its test test_topic failed.',
    ])
  })

  test('several at once', () => {
    expect(said({ ...green, recipe: 'mumble', endedAt: '2026-06-17T23:00:00Z' }, discourse)).toHaveLength(6)
  })
})
