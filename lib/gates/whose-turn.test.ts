import { describe, expect, test } from 'vitest'
import { checkedM1, claimedM1, passedM1, ruledM1 } from '#lib/testing/claimed-phases.ts'
import { decide } from '#lib/testing/decide.ts'
import { LIFETIME_MS, moment, START, type Step } from '#lib/testing/record-of.ts'
import { claimed, classified, failureAdded, leftOut, ruled, verdict, vetoed } from '#lib/testing/steps.ts'
import { type Turn, whoseTurn } from './whose-turn.ts'

function turnAfter(steps: Step[], gate?: string, now?: Date): Turn {
  const { facts, decision } = decide(steps, gate, now)
  return whoseTurn(facts, decision)
}
const at = (clock: string) => moment(clock).toISOString()
const failedM1 = [...checkedM1, ruled('mumble', 'fail', { at: '01:18' }), verdict('fail', { at: '01:30' })]

describe('at the first gate it is', () => {
  test.each<[string, Step[], Turn]>([
    ['the Builder’s turn from the opening on', [], { role: 'builder', since: START, what: 'to investigate and claim' }],
    ['the Adversary’s once it is claimed', claimedM1, { role: 'adversary', since: at('00:06'), what: '0 of 2 ruled' }],
    [
      'the Adversary’s while rulings are missing',
      [...checkedM1, ruled('mumble')],
      { role: 'adversary', since: at('00:06'), what: '1 of 2 ruled' },
    ],
    [
      'the Adversary’s while the verdict is missing',
      ruledM1,
      { role: 'adversary', since: at('00:06'), what: '2 of 2 ruled; the verdict is due' },
    ],
    [
      'the Adversary’s from the first FAIL on: a FAIL is enough for the verdict',
      [...checkedM1, ruled('mumble', 'fail')],
      { role: 'adversary', since: at('00:06'), what: '1 of 2 ruled; the verdict is due' },
    ],
    [
      'the Builder’s after the FAIL',
      failedM1,
      { role: 'builder', since: at('01:30'), what: 'to answer the findings and claim again' },
    ],
    ['nobody’s after the PASS', passedM1, { role: null, since: at('01:30'), what: 'passed' }],
    [
      'the Builder’s when a classification changes after the PASS',
      [...passedM1, classified('mumble', { cites: ['#1'], behaviour: 'gone' })],
      { role: 'builder', since: at('00:12'), what: 'to claim again: mumble changed since the claim' },
    ],
    [
      'the Builder’s when cited evidence is left out before the rulings',
      [...claimedM1, leftOut('#1')],
      { role: 'builder', since: at('00:07'), what: 'to claim again: mumble changed since the claim' },
    ],
    [
      'the Builder’s when a failure is added to a claimed gate',
      [...passedM1, failureAdded('keycloak')],
      { role: 'builder', since: START, what: 'to claim again: keycloak changed since the claim' },
    ],
    [
      'the Adversary’s when the own check is left out after the PASS',
      [...passedM1, leftOut('#2')],
      { role: 'adversary', since: at('00:12'), what: 'to judge again: 1 of 2 no longer count' },
    ],
    [
      'the Adversary’s when a failure is ruled FAIL after the PASS',
      [...passedM1, ruled('mumble', 'fail', { at: '01:45' })],
      { role: 'adversary', since: at('01:45'), what: '2 of 2 ruled; the verdict is due' },
    ],
    [
      'the Adversary’s when it is claimed again after the FAIL',
      [...failedM1, claimed('M1', { mumble: 'Fixed.' })],
      { role: 'adversary', since: at('00:11'), what: '0 of 2 ruled' },
    ],
    [
      'whose veto stands, whatever else is due',
      [...passedM1, vetoed('M1')],
      { role: 'adversary', since: at('00:12'), what: 'vetoed: Somebody merged.' },
    ],
    [
      'the Operator’s when the Operator vetoed',
      [vetoed(null, { person: 'olga', role: 'operator' })],
      { role: 'operator', since: at('00:02'), what: 'vetoed: Somebody merged.' },
    ],
  ])('%s', (_, steps, turn) => {
    expect(turnAfter(steps)).toEqual(turn)
  })
})

describe('when a PASS gets old it is the Adversary’s turn', () => {
  test.each<[string, Step[], Date, Turn]>([
    [
      'since the first ruling was too old',
      passedM1,
      moment('01:19', LIFETIME_MS),
      { role: 'adversary', since: '2026-06-19T01:18:00.000Z', what: 'to judge again: 1 of 2 no longer count' },
    ],
    [
      'and says how many are',
      passedM1,
      moment('03:00', LIFETIME_MS),
      { role: 'adversary', since: '2026-06-19T01:18:00.000Z', what: 'to judge again: 2 of 2 no longer count' },
    ],
    [
      'for the verdict, when every failure was ruled again',
      [...passedM1, ruled('mumble', 'pass', { at: '20:00' }), ruled('gitea', 'pass', { at: '20:00' })],
      moment('03:00', LIFETIME_MS),
      { role: 'adversary', since: '2026-06-19T01:30:00.000Z', what: '2 of 2 ruled; the verdict is due' },
    ],
  ])('%s', (_, steps, now, turn) => {
    expect(turnAfter(steps, 'M1', now)).toEqual(turn)
  })
})

describe('at the second gate it is', () => {
  test.each<[string, Step[], Turn]>([
    [
      'nobody’s turn before the first has passed',
      ruledM1,
      { role: null, since: START, what: 'opens when the gate before it has passed' },
    ],
    [
      'the Builder’s since the first has passed',
      passedM1,
      {
        role: 'builder',
        since: at('01:30'),
        what: 'to fix; this version cannot record fixes yet, so it cannot be claimed here',
      },
    ],
  ])('%s', (_, steps, turn) => {
    expect(turnAfter(steps, 'M2')).toEqual(turn)
  })
})
