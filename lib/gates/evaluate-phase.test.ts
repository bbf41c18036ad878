import { describe, expect, test } from 'vitest'
import { checkedM1, claimedM1, claimedM2, doneRedfix, passedM1, passedM2 } from '#lib/testing/claimed-phases.ts'
import { findingClosed, findingReopened, foundWrong } from '#lib/testing/finding-steps.ts'
import { fixMoved } from '#lib/testing/fix-steps.ts'
import { changed, declaredDone, vetoed, vetoLifted } from '#lib/testing/phase-steps.ts'
import { LIFETIME_MS, moment, recordOf, type Step } from '#lib/testing/record-of.ts'
import { claimed, leftOut, ruled, theOperator, verdict } from '#lib/testing/steps.ts'
import { evaluatePhase } from './evaluate-phase.ts'

const decideAfter = (steps: Step[], now = moment('02:00')) => evaluatePhase(recordOf(...steps), now)

test('DONE is possible when every condition is met, and only then', () => {
  expect(decideAfter(passedM2).done.possible).toBe(true)
  expect(decideAfter([...passedM2, vetoed(null)]).done.possible).toBe(false)
})

test('DONE is possible one millisecond before the first PASS is too old, and not at that moment', () => {
  expect(decideAfter(passedM2, moment('01:18', LIFETIME_MS - 1)).done.possible).toBe(true)
  expect(decideAfter(passedM2, moment('01:18', LIFETIME_MS)).done.possible).toBe(false)
})

describe('DONE, once declared, stands', () => {
  const declaredAt = moment('01:57').toISOString()
  test.each<[string, Step[], Date?]>([
    ['when nothing happens', doneRedfix],
    ['when a PASS gets old: that is later', doneRedfix, moment('03:00', LIFETIME_MS)],
    ['when the Operator merges: that is later', [...doneRedfix, fixMoved(1, { state: 'merged' }, theOperator)]],
    ['when evidence is left out: that is later', [...doneRedfix, leftOut('#1')]],
    ['when a gate is claimed again', [...doneRedfix, claimed('M2', { mumble: 'New.' })]],
    ['when a PASS is given again', [...doneRedfix, ruled('mumble'), verdict('pass')]],
  ])('%s', (_, steps, now) => {
    const { done, turn } = decideAfter(steps, now)
    expect(done).toMatchObject({ standing: { at: declaredAt }, reopened: null })
    expect(turn).toBeNull()
  })
})

describe('DONE is opened again', () => {
  const closedFinding = [foundWrong('mumble', 'M2'), findingClosed('F-redfix-1'), declaredDone()]
  test.each<[string, Step[], string]>([
    ['by a veto on the phase', [...doneRedfix, vetoed(null)], 'the phase was vetoed'],
    ['by a veto on a gate', [...doneRedfix, vetoed('M2')], 'M2 was vetoed'],
    ['by a FAIL on a failure', [...doneRedfix, ruled('gitea', 'fail', {}, 'M2')], 'gitea was ruled FAIL on M2'],
    ['by a FAIL on a gate', [...doneRedfix, verdict('fail', {}, 'M2')], 'M2 got a FAIL'],
    [
      'by a finding that is opened again',
      [...passedM2, ...closedFinding, findingReopened('F-redfix-1')],
      'F-redfix-1 was opened again',
    ],
    ['by the first of several', [...doneRedfix, vetoed('M2'), ruled('gitea', 'fail', {}, 'M2')], 'M2 was vetoed'],
    ['and stays so when the veto is lifted', [...doneRedfix, vetoed(null), vetoLifted(1)], 'the phase was vetoed'],
  ])('%s', (_, steps, because) => {
    const { done, turn } = decideAfter(steps)
    expect(done).toMatchObject({ standing: null, reopened: { reopened: { because } } })
    expect(turn).not.toBeNull()
  })

  test('and a second DONE stands, the first being history', () => {
    const { done } = decideAfter([...doneRedfix, vetoed(null), vetoLifted(1), declaredDone({ at: '01:59' })])
    expect(done).toMatchObject({ standing: { at: moment('01:59').toISOString(), reopened: null }, reopened: null })
  })
})

describe('the turn of a phase is that of the first gate somebody has to act on', () => {
  const done = { role: 'builder', since: moment('01:55').toISOString(), what: 'to declare DONE' }
  test.each<[string, Step[], object | null]>([
    ['a phase that was opened', [], { role: 'builder', what: 'to investigate and claim' }],
    ['a claimed M1', claimedM1, { role: 'adversary', what: '0 of 2 ruled' }],
    ['an M1 that passed: M2', passedM1, { role: 'builder', what: 'to fix and claim' }],
    ['a claimed M2', claimedM2, { role: 'adversary', what: '0 of 2 ruled' }],
    ['every gate passed: DONE, since the last verdict', passedM2, done],
    ['DONE is declared', doneRedfix, null],
    ['no gate is defined', [changed({ gates: [] })], null],
    [
      'every gate passed, and a fix was merged',
      [...passedM2, fixMoved(1, { state: 'merged' })],
      {
        role: 'operator',
        what: 'to answer before DONE: recipe pull request #4 of recipes/mumble for mumble was merged',
      },
    ],
    [
      'a veto on M2 while M1 is claimed',
      [...checkedM1, vetoed('M2', theOperator)],
      { role: 'adversary', what: '0 of 2 ruled' },
    ],
    [
      'a veto on M2 once M1 has passed',
      [...passedM2, vetoed('M2', theOperator)],
      { role: 'operator', what: 'vetoed: Somebody merged.' },
    ],
  ])('%s', (_, steps, turn) => {
    const given = decideAfter(steps).turn
    turn === null ? expect(given).toBeNull() : expect(given).toMatchObject(turn)
  })
})
