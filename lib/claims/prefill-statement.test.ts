import { describe, expect, test } from 'vitest'
import { tiersOf } from '#lib/testing/a-run.ts'
import { gateOf } from '#lib/testing/decide.ts'
import { gateRedefined } from '#lib/testing/phase-steps.ts'
import { recordOf, type Step } from '#lib/testing/record-of.ts'
import { classified, leftOut, observation, reading, run } from '#lib/testing/steps.ts'
import { prefillStatement } from './prefill-statement.ts'

function prefilled(gate: string, ...steps: Step[]) {
  const facts = recordOf(...steps)
  return prefillStatement(facts, gateOf(facts, gate), 'mumble')
}

test('there is no wording for what is not classified', () => {
  expect(prefilled('M1', run('mumble'))).toBeNull()
})

test('says what, where and how from the classification and what it cites, each way once', () => {
  const steps = [
    run('mumble'),
    run('mumble'),
    reading('mumble'),
    classified('mumble', { cites: ['#1', '#2', 'code-1'] }),
  ]
  expect(prefilled('M1', ...steps)).toMatchObject({
    what: 'mumble is flaky under load; the cause lies in: recipe. The handshake gives up after one second.',
    how: 'run mumble\ngit show',
  })
})

describe('a re-run is expected to show', () => {
  const green = { tiers: tiersOf({ custom: 'pass', install: 'pass' }), conclusion: 'green' } as const
  const red = { tiers: tiersOf({ install: 'pass', custom: 'fail' }) }
  const expectedAfter = (cites: string[], ...steps: Step[]) =>
    prefilled('M1', ...steps, classified('mumble', { cites }))?.expected.map(
      ({ condition, tiers }) => `${condition}: ${tiers.map(({ name, status }) => `${name} ${status}`).join(', ')}`,
    )

  test.each<[string, string[], Step[], string[]]>([
    [
      'what the cited run showed, in the order of the harness',
      ['#1'],
      [run('mumble', green)],
      ['alone: install pass, custom pass'],
    ],
    [
      'per condition what was seen under it',
      ['#1', '#2'],
      [run('mumble', { ...red, condition: 'load' }), run('mumble', green)],
      ['alone: install pass, custom pass', 'load: install pass, custom fail'],
    ],
    [
      'what the newest of two showed, by when it ended and not by when it was attached',
      ['#1', '#2'],
      [
        run('mumble', { ...red, endedAt: '2026-06-18T09:00:00Z' }),
        run('mumble', { ...green, endedAt: '2026-06-18T08:00:00Z' }),
      ],
      ['alone: install pass, custom fail'],
    ],
    ['nothing from a run that was left out', ['#1'], [run('mumble', red), leftOut('#1')], []],
    ['nothing from a run that nobody cites', ['obs-1'], [run('mumble', red), observation('mumble')], []],
    ['nothing from a run that recorded no stage', ['#1'], [run('mumble', { tiers: [] })], []],
  ])('%s', (_, cites, steps, expected) => {
    expect(expectedAfter(cites, ...steps)).toEqual(expected)
  })
})

test('of a gate that reads neither cause nor fix nothing is known beforehand: the Builder words it', () => {
  const facts = recordOf(gateRedefined('M1', 'The node is clean.', ['nothing-owed', 'own-check', 'ruled']))
  expect(prefillStatement(facts, gateOf(facts, 'M1'), 'mumble')).toEqual({ what: '', how: '', expected: [] })
})
