import { describe, expect, test } from 'vitest'
import { tiersOf } from '#lib/testing/a-run.ts'
import { recordOf, type Step } from '#lib/testing/record-of.ts'
import { leftOut, observation, run } from '#lib/testing/steps.ts'
import { countRuns, wordRunCount } from './count-runs.ts'

const green = run('mumble', { conclusion: 'green', tiers: tiersOf({ install: 'pass', custom: 'pass' }) })
const red = run('mumble')
const redAtRestore = run('mumble', { tiers: tiersOf({ restore: 'fail' }) })
const count = (steps: Step[]) => countRuns(recordOf(...steps).evidence, 'mumble', ['alone'])

describe('runs of one failure alone, in words', () => {
  test.each<[string, string, Step[]]>([
    ['', 'no run', []],
    ['', 'an observation is no run', [observation('mumble')]],
    ['', 'a run under load is counted elsewhere', [run('mumble', { condition: 'load' })]],
    ['', 'a run of another failure is counted there', [run('gitea')]],
    ['green, 3 of 3', 'all green', [green, green, green]],
    ['custom, 2 of 2', 'all red at one stage', [red, red]],
    ['red, 2 of 2', 'red at two stages', [red, redAtRestore]],
    ['red, 1 of 1', 'red, and no stage shows why', [run('mumble', { tiers: tiersOf({ install: 'pass' }) })]],
    ['red, 2 of 2', 'red at one stage, and once without stages', [red, run('mumble', { tiers: [] })]],
    ['1 green, 2 red', 'both', [green, red, red]],
    ['green, 1 of 1, 1 left out', 'one was left out', [green, red, leftOut('#2')]],
    ['1 left out', 'the only one was left out', [red, leftOut('#1')]],
    [
      'green, 1 of 1, 1 not counted',
      'the run that raised the alarm is not counted',
      [green, run('mumble', { raisedAlarm: true })],
    ],
    [
      '1 left out',
      'the run that raised the alarm was left out: said once',
      [run('mumble', { raisedAlarm: true }), leftOut('#1')],
    ],
    [
      'custom, 1 of 1, 3 not counted',
      'unver, cancelled and lost are not counted',
      [
        red,
        run('mumble', { conclusion: 'unver' }),
        run('mumble', { conclusion: 'cancelled' }),
        run('mumble', { conclusion: 'lost' }),
      ],
    ],
  ])('"%s": %s', (words, _, steps) => {
    expect(wordRunCount(count(steps))).toBe(words)
  })
})

test('all of them are there to be shown, whatever counts', () => {
  const { set, counted } = count([green, red, leftOut('#2'), run('mumble', { conclusion: 'lost' })])
  expect(set.map(({ ref }) => ref)).toEqual(['#1', '#2', '#3'])
  expect(counted).toBe(1)
})
