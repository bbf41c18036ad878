import { describe, expect, test } from 'vitest'
import type { Actor } from '#lib/people/roles.ts'
import { checkedM1, claimedM1, passedM1, ruledM1, ruledM2 } from '#lib/testing/claimed-phases.ts'
import { decide } from '#lib/testing/decide.ts'
import { findingAddressed, findingClosed, foundWrong } from '#lib/testing/finding-steps.ts'
import { fixMoved, NEXT_HEAD, runOfFix } from '#lib/testing/fix-steps.ts'
import { failureAdded, met, owed, vetoed } from '#lib/testing/phase-steps.ts'
import { LIFETIME_MS, moment, type Step } from '#lib/testing/record-of.ts'
import { claimed, leftOut, ruled, theAdversary, verdict, withdrawn } from '#lib/testing/steps.ts'
import type { RulingResult } from './inputs.ts'
import { whyCannotGiveVerdict } from './why-cannot-give-verdict.ts'

const ada: Actor = { person: 'ada', name: 'Ada', role: 'adversary' }
const refusalOf = (steps: Step[], result: RulingResult, now?: Date, actor = ada, gate = 'M1') =>
  whyCannotGiveVerdict(decide(steps, gate, now).decision, actor, result)

const oneFailed = [...checkedM1, ruled('mumble', 'fail')]

describe('the verdict may be', () => {
  test.each<[string, Step[], RulingResult, Date?]>([
    ['PASS when every failure is ruled PASS', ruledM1, 'pass'],
    ['FAIL with the first FAIL, the others not ruled', oneFailed, 'fail'],
    ['FAIL while a veto stands', [...oneFailed, vetoed(null)], 'fail'],
    ['FAIL after the PASS, when a failure is ruled FAIL', [...passedM1, ruled('gitea', 'fail')], 'fail'],
    ['PASS again on a revision that changed nothing', [...passedM1, withdrawn(), claimed()], 'pass'],
    ['PASS one millisecond before the first ruling is too old', ruledM1, 'pass', moment('01:18', LIFETIME_MS - 1)],
    [
      'PASS again when the first has got old and every failure was ruled again',
      [...passedM1, ruled('mumble', 'pass', { at: '20:00' }), ruled('gitea', 'pass', { at: '20:00' })],
      'pass',
      moment('01:30', LIFETIME_MS),
    ],
    ['PASS when what was owed is met', [...ruledM1, owed('mumble', 'M1'), met(1)], 'pass'],
    ['PASS while something is owed before another gate', [...ruledM1, owed('mumble', 'M2')], 'pass'],
    ['PASS with a veto on another gate', [...ruledM1, vetoed('M2')], 'pass'],
    ['PASS with a finding that is closed', [...ruledM1, foundWrong('mumble'), findingClosed('F-redfix-1')], 'pass'],
    ['PASS while a finding on another gate is open', [...ruledM1, foundWrong('mumble', 'M2')], 'pass'],
    ['FAIL while a finding is open', [...oneFailed, foundWrong('mumble')], 'fail'],
  ])('%s', (_, steps, result, now) => {
    expect(refusalOf(steps, result, now)).toBeNull()
  })
})

describe('the verdict may not be', () => {
  test.each<[string, Step[], RulingResult, string, string, Date?]>([
    [
      'PASS on a revision that has failed',
      [...oneFailed, verdict('fail'), ruled('mumble'), ruled('gitea')],
      'pass',
      'failed_revision',
      'The Builder has to claim again',
    ],
    ['given on what nobody claimed', [], 'fail', 'nothing_claimed', 'Nobody has claimed M1'],
    [
      'given on a claim that was withdrawn',
      [...ruledM1, withdrawn()],
      'pass',
      'nothing_claimed',
      'Nobody has claimed M1',
    ],
    [
      'PASS when nothing is ruled',
      claimedM1,
      'pass',
      'not_all_passed',
      '0 of 2 are. Open: mumble (not ruled), gitea (not ruled).',
    ],
    ['PASS when one is ruled FAIL', oneFailed, 'pass', 'not_all_passed', 'Open: mumble (failed), gitea (not ruled).'],
    [
      'PASS when one ruling is stale',
      [...ruledM1, leftOut('#1')],
      'pass',
      'not_all_passed',
      '1 of 2 are. Open: mumble (stale).',
    ],
    [
      'PASS when one own check was left out',
      [...ruledM1, leftOut('#2')],
      'pass',
      'not_all_passed',
      'Open: mumble (stale).',
    ],
    [
      'PASS when a failure came after the claim',
      [...ruledM1, failureAdded('keycloak')],
      'pass',
      'not_all_passed',
      'Open: keycloak (not ruled).',
    ],
    [
      'PASS exactly when the first ruling is too old',
      ruledM1,
      'pass',
      'not_all_passed',
      'mumble (stale)',
      moment('01:18', LIFETIME_MS),
    ],
    ['PASS while a veto stands on the gate', [...ruledM1, vetoed('M1')], 'pass', 'vetoed', 'Somebody merged.'],
    ['PASS while a veto stands on the phase', [...ruledM1, vetoed(null)], 'pass', 'vetoed', 'Somebody merged.'],
    [
      'PASS while something is owed that came up after the rulings',
      [...ruledM1, owed('mumble', 'M1')],
      'pass',
      'something_owed',
      'two more reds under load',
    ],
    [
      'PASS while a finding is open',
      [...ruledM1, foundWrong('mumble')],
      'pass',
      'requirement_unmet',
      'No open finding (F-redfix-1 is open)',
    ],
    [
      'PASS while a finding is addressed and nobody has closed it',
      [...ruledM1, foundWrong('mumble'), findingAddressed('F-redfix-1')],
      'pass',
      'requirement_unmet',
      'No open finding (F-redfix-1 is addressed, not closed)',
    ],
    ['PASS twice', passedM1, 'pass', 'given_already', 'Revision 1 has this verdict already (event 12)'],
    ['FAIL twice', [...oneFailed, verdict('fail')], 'fail', 'given_already', 'Revision 1 has this verdict already'],
    ['FAIL when nothing is ruled', claimedM1, 'fail', 'no_failure_failed', 'none is'],
    ['FAIL when everything is ruled PASS', ruledM1, 'fail', 'no_failure_failed', 'none is'],
    [
      'FAIL for a FAIL on another text',
      [...oneFailed, claimed('M1', { mumble: 'Fixed.' })],
      'fail',
      'no_failure_failed',
      'none is',
    ],
  ])('%s', (_, steps, result, reason, part, now) => {
    const refusal = refusalOf(steps, result, now)
    expect(refusal?.reason).toBe(reason)
    expect(refusal?.sentence).toContain(part)
  })
})

test('nobody gives a verdict on a claim of their own', () => {
  expect(refusalOf([...checkedM1, claimed('M1', {}, theAdversary)], 'fail')?.reason).toBe('judging_own_claim')
})

test.each<[Actor['role']]>([['builder'], ['operator'], ['stakeholder'], [null]])(
  'who is %s here gives no verdict',
  (role) => {
    expect(refusalOf(ruledM1, 'pass', undefined, { ...ada, role })?.reason).toBe('not_permitted')
  },
)

describe('on fixes', () => {
  test('PASS may be given when every failure is ruled PASS', () => {
    expect(refusalOf(ruledM2, 'pass', undefined, ada, 'M2')).toBeNull()
  })
  test.each<[string, Step[], string, string]>([
    ['with a fix that moved since', [...ruledM2, fixMoved(1, { head: NEXT_HEAD })], 'not_all_passed', 'mumble (stale)'],
    [
      'with a fix that was merged since',
      [...ruledM2, fixMoved(1, { state: 'merged' })],
      'requirement_unmet',
      'A fix attached and unmerged (the recipe pull request #4 of recipes/mumble was merged while the phase runs)',
    ],
    [
      'with a red at a head since',
      [...ruledM2, runOfFix('gitea', { conclusion: 'red' })],
      'requirement_unmet',
      'Verified at its head commit, by its own route (red at no known stage at its head fee1600d)',
    ],
  ])('PASS may not be given %s', (_, steps, reason, part) => {
    const refusal = refusalOf(steps, 'pass', undefined, ada, 'M2')
    expect(refusal?.reason).toBe(reason)
    expect(refusal?.sentence).toContain(part)
  })
})
