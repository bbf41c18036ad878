import { describe, expect, test } from 'vitest'
import { evaluatePhase } from '#lib/gates/evaluate-phase.ts'
import type { Actor } from '#lib/people/roles.ts'
import { doneRedfix, passedM1, passedM2 } from '#lib/testing/claimed-phases.ts'
import { findingAddressed, foundWrong } from '#lib/testing/finding-steps.ts'
import { fixMoved, runOfFix } from '#lib/testing/fix-steps.ts'
import { failureAdded, owed, vetoed, vetoLifted } from '#lib/testing/phase-steps.ts'
import { LIFETIME_MS, moment, recordOf, type Step } from '#lib/testing/record-of.ts'
import { claimed, ruled, theOperator, verdict } from '#lib/testing/steps.ts'
import { whyCannotDeclareDone } from './why-cannot-declare-done.ts'

const bob: Actor = { person: 'bob', name: 'Bob', role: 'builder' }
const refusalOf = (steps: Step[], now = moment('02:00'), actor = bob) =>
  whyCannotDeclareDone(evaluatePhase(recordOf(...steps), now), actor)

describe('the Builder may declare DONE', () => {
  test.each<[string, Step[], Date?]>([
    ['when every gate has a fresh PASS and nothing is open', passedM2],
    ['one millisecond before the first PASS is too old', passedM2, moment('01:18', LIFETIME_MS - 1)],
    ['again, when what opened the phase again is answered', [...doneRedfix, vetoed(null), vetoLifted(1)]],
  ])('%s', (_, steps, now) => {
    expect(refusalOf(steps, now)).toBeNull()
  })
})

describe('DONE is refused', () => {
  test.each<[string, Step[], string, string, Date?]>([
    ['before anything is claimed', [], 'not_all_passed', 'DONE waits for: A fresh PASS on every gate (M1 has not'],
    ['when only the first gate has passed', passedM1, 'not_all_passed', 'M2 has not been claimed'],
    [
      'with a PASS that is exactly too old',
      passedM2,
      'not_all_passed',
      'M1’s PASS is stale (mumble: older than 24 h)',
      moment('01:18', LIFETIME_MS),
    ],
    [
      'with a claim nobody judged',
      [...passedM2, claimed('M2', { gitea: 'N.' })],
      'not_all_passed',
      'M2 has no verdict',
    ],
    [
      'with a red at a head since its PASS',
      [...passedM2, runOfFix('gitea', { conclusion: 'red' })],
      'no_longer_met',
      'What the gates ask is still met (M2, gitea: Verified at its head commit',
    ],
    ['with an open finding', [...passedM2, foundWrong('mumble')], 'finding_open', 'F-redfix-1 on mumble is open'],
    [
      'with a finding that is only addressed',
      [...passedM2, foundWrong('mumble'), findingAddressed('F-redfix-1')],
      'finding_open',
      'F-redfix-1 on mumble is addressed, not closed',
    ],
    ['with something owed before a gate', [...passedM2, owed('gitea', 'M2', 'a probe')], 'something_owed', 'a probe'],
    ['with a veto', [...passedM2, vetoed('M1')], 'vetoed', 'No veto (M1 is vetoed: Somebody merged)'],
    [
      'with one of two vetoes lifted',
      [...passedM2, vetoed(null), vetoed('M1', theOperator), vetoLifted(2)],
      'vetoed',
      'the phase is vetoed',
    ],
    ['with a merged fix', [...passedM2, fixMoved(1, { state: 'merged' })], 'merged_early', 'for mumble was merged'],
    ['with a failure added since', [...passedM2, failureAdded('keycloak')], 'not_all_passed', 'keycloak has no fix'],
    ['twice', doneRedfix, 'done_already', 'The phase is DONE since 2026-06-18 01:57Z (event 23).'],
    [
      'after a FAIL opened it again',
      [...doneRedfix, ruled('mumble', 'fail', {}, 'M2'), verdict('fail', {}, 'M2')],
      'not_all_passed',
      'M2 has a FAIL',
    ],
  ])('%s', (_, steps, reason, part, now) => {
    const refusal = refusalOf(steps, now)
    expect(refusal?.reason).toBe(reason)
    expect(refusal?.sentence).toContain(part)
  })

  test('with everything that is wrong in one sentence', () => {
    expect(refusalOf([...passedM2, owed('mumble', 'M2', 'a probe'), vetoed(null)])?.sentence).toBe(
      'DONE waits for: Nothing owed that was to come before a gate (before M2: a probe). No veto (the phase is vetoed: Somebody merged).',
    )
  })
})

test.each<[Actor['role']]>([['adversary'], ['operator'], ['stakeholder'], [null]])(
  'who is %s here does not declare DONE',
  (role) => {
    expect(refusalOf(passedM2, undefined, { ...bob, role })?.reason).toBe('not_permitted')
  },
)
