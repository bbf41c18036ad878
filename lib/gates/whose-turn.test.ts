import { describe, expect, test } from 'vitest'
import { checkedM1, claimedM1, claimedM2, passedM1, passedM2, ruledM1 } from '#lib/testing/claimed-phases.ts'
import { decide } from '#lib/testing/decide.ts'
import { findingClosed, foundWrong } from '#lib/testing/finding-steps.ts'
import { fixAttached, fixMoved, NEXT_HEAD } from '#lib/testing/fix-steps.ts'
import { askedForMore, failureAdded, met, owed, vetoed } from '#lib/testing/phase-steps.ts'
import { LIFETIME_MS, moment, START, type Step } from '#lib/testing/record-of.ts'
import { claimed, classified, leftOut, ruled, theAdversary, verdict, withdrawn } from '#lib/testing/steps.ts'
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
    ['the Adversary’s once it is claimed', claimedM1, { role: 'adversary', since: at('00:07'), what: '0 of 2 ruled' }],
    [
      'the Adversary’s while rulings are missing',
      [...checkedM1, ruled('mumble')],
      { role: 'adversary', since: at('00:07'), what: '1 of 2 ruled' },
    ],
    [
      'the Adversary’s while the verdict is missing',
      ruledM1,
      { role: 'adversary', since: at('00:07'), what: '2 of 2 ruled; the verdict is due' },
    ],
    [
      'the Adversary’s from the first FAIL on: a FAIL is enough for the verdict',
      [...checkedM1, ruled('mumble', 'fail')],
      { role: 'adversary', since: at('00:07'), what: '1 of 2 ruled; the verdict is due' },
    ],
    [
      'the Builder’s after the FAIL',
      failedM1,
      { role: 'builder', since: at('01:30'), what: 'to answer the FAIL and claim again' },
    ],
    ['nobody’s after the PASS', passedM1, { role: null, since: at('01:30'), what: 'passed' }],
    [
      'the Builder’s when a classification changes after the PASS',
      [...passedM1, classified('mumble', { cites: ['#1'], behaviour: 'gone' })],
      { role: 'builder', since: at('00:13'), what: 'to claim again: mumble changed since the claim' },
    ],
    [
      'the Builder’s when cited evidence is left out before the rulings',
      [...claimedM1, leftOut('#1')],
      { role: 'builder', since: at('00:08'), what: 'to claim again: mumble changed since the claim' },
    ],
    [
      'the Builder’s when a failure is added to a claimed gate',
      [...passedM1, failureAdded('keycloak')],
      { role: 'builder', since: START, what: 'to claim again: keycloak changed since the claim' },
    ],
    [
      'the Adversary’s when the own check is left out after the PASS',
      [...passedM1, leftOut('#2')],
      { role: 'adversary', since: at('00:13'), what: 'to judge again: 1 of 2 no longer count' },
    ],
    [
      'the Adversary’s when a failure is ruled FAIL after the PASS',
      [...passedM1, ruled('mumble', 'fail', { at: '01:45' })],
      { role: 'adversary', since: at('01:45'), what: '2 of 2 ruled; the verdict is due' },
    ],
    [
      'the Adversary’s when it is claimed again after the FAIL',
      [...failedM1, claimed('M1', { mumble: 'Fixed.' })],
      { role: 'adversary', since: at('00:12'), what: '0 of 2 ruled' },
    ],
    [
      'the Builder’s after the FAIL, to answer what is open',
      [...failedM1, foundWrong('mumble'), foundWrong('gitea'), findingClosed('F-redfix-2'), foundWrong('gitea', 'M2')],
      { role: 'builder', since: at('01:30'), what: 'to answer F-redfix-1 and claim again' },
    ],
    [
      'the Builder’s when the claim is withdrawn',
      [...checkedM1, withdrawn('M1', { at: '01:00' })],
      { role: 'builder', since: at('01:00'), what: 'to investigate and claim' },
    ],
    [
      'the Adversary’s when it is claimed again after that',
      [...checkedM1, withdrawn(), claimed('M1', {}, { at: '01:10' })],
      { role: 'adversary', since: at('01:10'), what: '0 of 2 ruled' },
    ],
    [
      'whose veto stands, whatever else is due',
      [...passedM1, vetoed('M1')],
      { role: 'adversary', since: at('00:13'), what: 'vetoed: Somebody merged.' },
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

const asked = (what: string, since: string): Turn => ({
  role: 'builder',
  since: at(since),
  what: `asked for more: ${what}`,
})
const judging = (what: string): Turn => ({ role: 'adversary', since: at('00:07'), what })
describe('asking for more hands the turn back', () => {
  test.each<[string, Step[], Turn]>([
    [
      'when everything that is not ruled waits for it',
      [...claimedM1, askedForMore('mumble'), askedForMore('gitea', 'M1', 'the log')],
      asked('two more reds under load', '00:08'),
    ],
    [
      'when the rest is ruled PASS',
      [...checkedM1, ruled('gitea'), askedForMore('mumble', 'M1', 'the log')],
      asked('the log', '00:11'),
    ],
    ['when it is owed for the whole phase', [...claimedM1, owed(null, 'M1', 'a plan')], asked('a plan', '00:08')],
    [
      'and names what an open failure waits for, not what another owes',
      [...checkedM1, ruled('gitea'), askedForMore('gitea', 'M1', 'later'), askedForMore('mumble', 'M1', 'the log')],
      asked('the log', '00:12'),
    ],
    ['not while another failure could be judged', [...claimedM1, askedForMore('mumble')], judging('0 of 2 ruled')],
    [
      'not when it was asked before another gate',
      [...checkedM1, ruled('gitea'), askedForMore('mumble', 'M2')],
      judging('1 of 2 ruled'),
    ],
    [
      'not when the Adversary owes it',
      [...checkedM1, ruled('gitea'), owed('mumble', 'M1', 'a probe', 'adversary')],
      judging('1 of 2 ruled'),
    ],
    [
      'no longer when it is met',
      [...checkedM1, ruled('gitea'), askedForMore('mumble'), met(1)],
      judging('1 of 2 ruled'),
    ],
    [
      'also when everything is ruled: the verdict waits for it',
      [...ruledM1, askedForMore('mumble')],
      asked('two more reds under load', '00:12'),
    ],
    ['also when the PASS was given', [...passedM1, askedForMore('mumble')], asked('two more reds under load', '00:13')],
    [
      'not while a FAIL is due',
      [...checkedM1, ruled('mumble', 'fail', { at: '01:18' }), askedForMore('gitea')],
      judging('1 of 2 ruled; the verdict is due'),
    ],
    [
      'also when a PASS has become stale',
      [...passedM1, leftOut('#2'), askedForMore('mumble')],
      asked('two more reds under load', '00:14'),
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

test('a change of M1 is as old as the change, whatever happened to the fixes since', () => {
  const steps = [...passedM1, classified('mumble', { cites: ['#1'], behaviour: 'gone' }), fixAttached('mumble')]
  expect(turnAfter(steps).since).toBe(at('00:13'))
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
      { role: 'builder', since: at('01:30'), what: 'to fix and claim' },
    ],
    ['the Adversary’s once it is claimed', claimedM2, { role: 'adversary', since: at('01:40'), what: '0 of 2 ruled' }],
    ['nobody’s after the PASS', passedM2, { role: null, since: at('01:55'), what: 'passed' }],
    [
      'the Builder’s since the fix moved',
      [...passedM2, fixMoved(1, { head: NEXT_HEAD }, { at: '01:58' })],
      { role: 'builder', since: at('01:58'), what: 'to claim again: mumble changed since the claim' },
    ],
    [
      'the Builder’s since it moved, also when somebody looked at it after that',
      [
        ...passedM2,
        fixMoved(1, { head: NEXT_HEAD }, { at: '01:58' }),
        fixMoved(1, {}, { ...theAdversary, at: '01:59' }),
      ],
      { role: 'builder', since: at('01:58'), what: 'to claim again: mumble changed since the claim' },
    ],
    [
      'the Builder’s since a run of theirs was left out',
      [...passedM2, leftOut('#3')],
      { role: 'builder', since: at('00:23'), what: 'to claim again: mumble changed since the claim' },
    ],
    [
      'the Builder’s since the fix was closed',
      [...passedM2, fixMoved(2, { state: 'closed' }, { at: '01:58' })],
      { role: 'builder', since: at('01:58'), what: 'to claim again: gitea changed since the claim' },
    ],
    [
      'nobody’s when somebody checks where it stands',
      [...passedM2, fixMoved(1, {}, theAdversary)],
      { role: null, since: at('01:55'), what: 'passed' },
    ],
  ])('%s', (_, steps, turn) => {
    expect(turnAfter(steps, 'M2')).toEqual(turn)
  })
})
