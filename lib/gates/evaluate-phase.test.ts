import { describe, expect, test } from 'vitest'
import { checkedM1, claimedM1, passedM1 } from '#lib/testing/claimed-phases.ts'
import { LIFETIME_MS, moment, recordOf, type Step } from '#lib/testing/record-of.ts'
import { changed, foundWrong, leftOut, met, owed, vetoed } from '#lib/testing/steps.ts'
import { evaluatePhase } from './evaluate-phase.ts'

const [m1] = recordOf().gates
const onlyM1 = changed({ gates: m1 ? [m1] : [] })
const AFTER = ' Nothing merged, no failure excepted.'

describe('DONE', () => {
  test.each<[string, Step[], string]>([
    ['no gate has passed', [], `Needs a fresh PASS on M1 and M2.${AFTER}`],
    ['one of two gates has passed', passedM1, `Needs a fresh PASS on M2.${AFTER}`],
    ['there is no gate', [changed({ gates: [] })], `Needs a gate.${AFTER}`],
    ['the PASS does not count any more', [...passedM1, onlyM1, leftOut('#1')], `Needs a fresh PASS on M1.${AFTER}`],
    ['a finding is open', [...passedM1, onlyM1, foundWrong('mumble')], `Needs no open finding (F-redfix-1).${AFTER}`],
    ['a veto stands', [...passedM1, onlyM1, vetoed(null)], `Needs the veto lifted.${AFTER}`],
    [
      'something is owed before a gate',
      [...passedM1, onlyM1, owed('mumble', 'M1')],
      `Needs nothing owed that was to come before a gate.${AFTER}`,
    ],
  ])('is out of reach while %s', (_, steps, because) => {
    expect(evaluatePhase(recordOf(...steps), moment('02:00')).done).toEqual({ possible: false, because })
  })

  test.each<[string, Step[]]>([
    ['every gate has a fresh PASS', [...passedM1, onlyM1]],
    ['what was owed before a gate is met', [...passedM1, onlyM1, owed('mumble', 'M1'), met(1)]],
    ['something is owed before no gate', [...passedM1, onlyM1, owed('mumble', null)]],
  ])('is possible when %s', (_, steps) => {
    expect(evaluatePhase(recordOf(...steps), moment('02:00')).done.possible).toBe(true)
  })

  test('is possible one millisecond before the first PASS is too old, and not at that moment', () => {
    const facts = recordOf(...passedM1, onlyM1)
    expect(evaluatePhase(facts, moment('01:18', LIFETIME_MS - 1)).done.possible).toBe(true)
    expect(evaluatePhase(facts, moment('01:18', LIFETIME_MS)).done.possible).toBe(false)
  })
})

describe('the turn of a phase is that of the first gate somebody has to act on', () => {
  test.each<[string, Step[], string | null]>([
    ['a phase that was opened', [], 'builder'],
    ['a claimed M1', claimedM1, 'adversary'],
    ['an M1 that passed: M2', passedM1, 'builder'],
    ['nothing left to do', [...passedM1, onlyM1], null],
    [
      'a veto on M2 while M1 is claimed',
      [...checkedM1, vetoed('M2', { person: 'olga', role: 'operator' })],
      'adversary',
    ],
  ])('%s', (_, steps, role) => {
    expect(evaluatePhase(recordOf(...steps), moment('02:00')).turn?.role ?? null).toBe(role)
  })
})
