import { describe, expect, test } from 'vitest'
import { evaluatePhase } from '#lib/gates/evaluate-phase.ts'
import { claimedM2, passedM1, passedM2 } from '#lib/testing/claimed-phases.ts'
import { findingAddressed, findingClosed, findingReopened, foundWrong } from '#lib/testing/finding-steps.ts'
import { fixAttached, fixMoved, NEXT_HEAD, runOfFix } from '#lib/testing/fix-steps.ts'
import {
  changed,
  declaredDone,
  failureAdded,
  gateRedefined,
  met,
  owed,
  vetoed,
  vetoLifted,
} from '#lib/testing/phase-steps.ts'
import { LIFETIME_MS, moment, recordOf, type Step } from '#lib/testing/record-of.ts'
import { claimed, leftOut, run, theAdversary, theOperator, verdict, withdrawn } from '#lib/testing/steps.ts'
import { type DoneConditionId, doneConditionIds } from './done-conditions.ts'

const conditionsAfter = (steps: Step[], now = moment('02:00')) => evaluatePhase(recordOf(...steps), now).done.conditions
const reasonOf = (id: DoneConditionId, steps: Step[], now?: Date): string | null => {
  const answer = conditionsAfter(steps, now).find((one) => one.id === id)?.answer
  return answer?.kind === 'passed' ? null : (answer?.because ?? '')
}
const unmetAfter = (steps: Step[]) =>
  conditionsAfter(steps).flatMap(({ id, answer }) => (answer.kind === 'passed' ? [] : [id]))

test('each condition is shown with its answer, those that are met too', () => {
  const conditions = conditionsAfter(passedM2)
  expect(conditions.map(({ id }) => id)).toEqual(doneConditionIds)
  expect(conditions.every(({ answer }) => answer.kind === 'passed' && answer.because === 'met')).toBe(true)
})

type Row = [words: string, steps: Step[], because: string | null, now?: Date]
const condition = (id: DoneConditionId, rows: Row[]) =>
  describe(id, () => {
    test.each(rows)('%s', (_, steps, because, now) => {
      expect(reasonOf(id, steps, now)).toBe(because)
    })
  })

const NO_VERDICT = 'M2 has no verdict on what is claimed'
condition('all-passed', [
  ['is met by a fresh PASS on each', passedM2, null],
  ['names each gate that nobody has claimed', [], 'M1 has not been claimed; M2 has not been claimed'],
  ['names the gate that is left', passedM1, 'M2 has not been claimed'],
  ['wants a verdict', claimedM2, NO_VERDICT],
  ['wants a verdict on the newest revision', [...passedM2, claimed('M2', { gitea: 'New.' })], NO_VERDICT],
  ['is broken by a FAIL', [...passedM2, verdict('fail', {}, 'M2')], 'M2 has a FAIL'],
  ['is broken by a claim that was withdrawn', [...passedM2, withdrawn('M2')], 'M2 has not been claimed'],
  [
    'is broken by a PASS that is stale, and says of what and why',
    [...passedM2, leftOut('#1')],
    'M1’s PASS is stale (mumble: since the claim #1 was left out)',
  ],
  [
    'is broken when a fix moves',
    [...passedM2, fixMoved(1, { head: NEXT_HEAD })],
    'M2’s PASS is stale (mumble: since the claim the fix moved from fee1600d to decade00)',
  ],
  ['stands one millisecond before the first PASS is too old', passedM2, null, moment('01:18', LIFETIME_MS - 1)],
  [
    'is broken exactly when the first PASS is too old',
    passedM2,
    'M1’s PASS is stale (mumble: older than 24 h)',
    moment('01:18', LIFETIME_MS),
  ],
  ['cannot be met by no gate at all', [changed({ gates: [] })], 'no gate is defined'],
])

condition('still-met', [
  ['is met while nothing speaks against a PASS', passedM2, null],
  [
    'is broken by a red at the head after the PASS',
    [...passedM2, runOfFix('mumble', { conclusion: 'red' }, theAdversary)],
    'M2, mumble: Verified at its head commit, by its own route (red at no known stage at its head fee1600d)',
  ],
  [
    'is broken by a run that contradicts the cause after the PASS',
    [...passedM2, run('mumble', { conclusion: 'green', endedAt: '2026-06-17T10:00:00Z' }, theAdversary)],
    'M1, mumble: The evidence carries the claim (“always red” is contradicted by #7, which was green in the same cell)',
  ],
  ['does not say what is stale: that is said already', [...passedM2, leftOut('#1')], null],
  ['leaves findings to their own condition', [...passedM2, foundWrong('mumble', 'M2')], null],
  ['leaves what is owed to its own condition', [...passedM2, owed('mumble', 'M2')], null],
  ['leaves merged fixes to their own condition', [...passedM2, fixMoved(1, { state: 'merged' })], null],
])

condition('no-finding', [
  ['is met when there is none', passedM2, null],
  ['is broken by an open one', [...passedM2, foundWrong('mumble', 'M2')], 'F-redfix-1 on mumble is open'],
  [
    'is broken by one that is addressed: the Adversary has to close it',
    [...passedM2, foundWrong('mumble', 'M2'), findingAddressed('F-redfix-1')],
    'F-redfix-1 on mumble is addressed, not closed',
  ],
  ['is met when it is closed', [...passedM2, foundWrong('mumble', 'M2'), findingClosed('F-redfix-1')], null],
  [
    'is broken when it is opened again',
    [...passedM2, foundWrong('mumble', 'M2'), findingClosed('F-redfix-1'), findingReopened('F-redfix-1')],
    'F-redfix-1 on mumble is open',
  ],
  [
    'names each',
    [...passedM2, foundWrong('mumble'), foundWrong('gitea', 'M2')],
    'F-redfix-1 on mumble is open; F-redfix-2 on gitea is open',
  ],
])

condition('nothing-owed', [
  ['is met when nothing is', passedM2, null],
  ['is broken by what is owed before a gate', [...passedM2, owed('mumble', 'M1', 'a probe')], 'before M1: a probe'],
  ['is broken by what the phase owes before a gate', [...passedM2, owed(null, 'M2', 'a probe')], 'before M2: a probe'],
  ['is met when that is met', [...passedM2, owed('mumble', 'M1'), met(1)], null],
  ['is met by what is owed before no gate', [...passedM2, owed('mumble', null)], null],
])

condition('no-veto', [
  ['is met when there is none', passedM2, null],
  ['is broken by one on a gate', [...passedM2, vetoed('M2')], 'M2 is vetoed: Somebody merged'],
  [
    'names each of two',
    [...passedM2, vetoed(null), vetoed('M1', theOperator)],
    'the phase is vetoed: Somebody merged; M1 is vetoed: Somebody merged',
  ],
  [
    'is broken while one of two stands',
    [...passedM2, vetoed(null), vetoed('M1', theOperator), vetoLifted(1)],
    'M1 is vetoed: Somebody merged',
  ],
  ['is met when each was lifted', [...passedM2, vetoed(null), vetoLifted(1)], null],
])

const MERGED = 'recipe pull request #4 of recipes/mumble for mumble was merged'
condition('nothing-merged', [
  ['is met while each fix is open', passedM2, null],
  ['is broken by a fix that was merged', [...passedM2, fixMoved(1, { state: 'merged' })], MERGED],
  ['by whoever says so', [...passedM2, fixMoved(1, { state: 'merged' }, theOperator)], MERGED],
  ['is met by a merge after DONE', [...passedM2, declaredDone(), fixMoved(1, { state: 'merged' })], null],
  [
    'is broken by a merge after the phase was opened again',
    [...passedM2, declaredDone(), vetoed(null), fixMoved(1, { state: 'merged' })],
    MERGED,
  ],
])

condition('no-exception', [
  ['is met when each failure has a fix', passedM2, null],
  ['names each failure without one', passedM1, 'mumble has no fix; gitea has no fix'],
  ['is broken when a fix was given up', [...passedM2, fixMoved(2, { state: 'closed' })], 'gitea has no fix'],
  [
    'is met when another took its place',
    [...passedM2, fixMoved(2, { state: 'closed' }), fixAttached('gitea', { head: NEXT_HEAD })],
    null,
  ],
  [
    'is broken by a failure that no claim speaks of',
    [...passedM2, failureAdded('keycloak'), fixAttached('keycloak')],
    'the claim on M1 says nothing of keycloak; the claim on M2 says nothing of keycloak',
  ],
  ['where no gate asks for fixes none is missing', [...passedM1, gateRedefined('M2', 'Read.', ['ruled'])], null],
  ['cannot be met by no failure at all', [...passedM2, changed({ failures: [] })], 'no failure is named'],
])

test('one thing that is wrong breaks one condition', () => {
  expect(unmetAfter([...passedM2, foundWrong('mumble', 'M2')])).toEqual(['no-finding'])
  expect(unmetAfter([...passedM2, owed('mumble', 'M2')])).toEqual(['nothing-owed'])
  expect(unmetAfter([...passedM2, vetoed(null)])).toEqual(['no-veto'])
  expect(unmetAfter([...passedM2, fixMoved(1, { state: 'merged' })])).toEqual(['nothing-merged'])
})
