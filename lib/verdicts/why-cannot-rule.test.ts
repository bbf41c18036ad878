import { describe, expect, test } from 'vitest'
import type { Actor } from '#lib/people/roles.ts'
import type { TierStatus } from '#lib/runs/tiers.ts'
import { tiersOf } from '#lib/testing/a-run.ts'
import { checkedM1, checkedM2, claimedM1, claimedM2, passedM1, ruledM1 } from '#lib/testing/claimed-phases.ts'
import { failureOf, gateOf } from '#lib/testing/decide.ts'
import { foundWrong } from '#lib/testing/finding-steps.ts'
import { ALL_PASS, fixMoved, NEXT_HEAD, runOfFix } from '#lib/testing/fix-steps.ts'
import { changed, failureAdded, gateRedefined, met, owed } from '#lib/testing/phase-steps.ts'
import { LIFETIME_MS, moment, recordOf, type Step } from '#lib/testing/record-of.ts'
import {
  anotherAdversary,
  claimed,
  classified,
  leftOut,
  reading,
  ruled,
  run,
  theAdversary,
  withdrawn,
} from '#lib/testing/steps.ts'
import type { RulingResult } from './inputs.ts'
import { whyCannotRule, whyNotThisDigest, whyRuledAlready, whyRuledMeanwhile } from './why-cannot-rule.ts'

const ada: Actor = { person: 'ada', name: 'Ada', role: 'adversary' }

function refusalOf(steps: Step[], result: RulingResult, failure = 'mumble', actor = ada, gate = 'M1') {
  const facts = recordOf(...steps)
  return whyCannotRule(facts, gateOf(facts, gate), failure, actor, result, moment('01:00'))
}

describe('an Adversary may rule', () => {
  test.each<[string, Step[], RulingResult]>([
    ['PASS with an own check', checkedM1, 'pass'],
    ['FAIL without one', claimedM1, 'fail'],
    ['FAIL while something is owed', [...claimedM1, owed('mumble', 'M1')], 'fail'],
    ['FAIL after a PASS', passedM1, 'fail'],
    ['PASS when only another failure changed', [...checkedM1, classified('gitea', { behaviour: 'gone' })], 'pass'],
    ['PASS when what was owed is met', [...checkedM1, owed('mumble', 'M1'), met(1)], 'pass'],
    ['PASS while something is owed before another gate', [...checkedM1, owed('mumble', 'M2')], 'pass'],
    ['PASS while another failure owes something', [...checkedM1, owed('gitea', 'M1')], 'pass'],
  ])('%s', (_, steps, result) => {
    expect(refusalOf(steps, result)).toBeNull()
  })
})

describe('an Adversary may not rule', () => {
  test.each<[string, Step[], RulingResult, string, string, string?]>([
    ['on what nobody claimed', [run('mumble')], 'fail', 'nothing_claimed', 'Nobody has claimed M1 yet'],
    [
      'on a claim that was withdrawn',
      [...checkedM1, withdrawn()],
      'fail',
      'claim_withdrawn',
      'Revision 1 of M1 was withdrawn',
    ],
    [
      'PASS on what was ruled FAIL',
      [...checkedM1, ruled('mumble', 'fail')],
      'pass',
      'failed_on_this',
      'The Builder has to claim again',
    ],
    [
      'PASS while another requirement is open',
      [...checkedM1, leftOut('#1'), changed({ claims: [] }), claimed(), run('mumble', {}, theAdversary)],
      'pass',
      'requirement_unmet',
      'all cited evidence was left out',
    ],
    [
      'on a failure added after the claim',
      [...claimedM1, failureAdded('keycloak')],
      'fail',
      'not_in_claim',
      'says nothing about keycloak',
      'keycloak',
    ],
    [
      'on what was classified anew',
      [...checkedM1, classified('mumble', { cause: 'Other.' })],
      'fail',
      'changed_since_claim',
      'the classification changed',
    ],
    [
      'on what rests on a run that was left out',
      [...checkedM1, leftOut('#1')],
      'pass',
      'changed_since_claim',
      '#1 was left out',
    ],
    [
      'once the gate asks something else',
      [...checkedM1, gateRedefined('M1', 'New.')],
      'pass',
      'changed_since_claim',
      'the gate’s criteria changed',
    ],
    [
      'once the plan moved',
      [...checkedM1, changed({ planPath: null })],
      'pass',
      'changed_since_claim',
      'the plan changed',
    ],
    ['PASS without an own check', claimedM1, 'pass', 'own_check_missing', 'an own cold run of 1.0.0+v1.6.870-0'],
    [
      'PASS by the own check of another Adversary',
      [...claimedM1, run('mumble', {}, anotherAdversary)],
      'pass',
      'own_check_missing',
      'PASS waits for your own check of mumble',
    ],
    [
      'PASS by the check of another failure',
      [...claimedM1, reading('gitea', theAdversary)],
      'pass',
      'own_check_missing',
      'mumble',
    ],
    [
      'PASS while something is owed before the gate',
      [...checkedM1, owed('mumble', 'M1')],
      'pass',
      'something_owed',
      'two more reds under load',
    ],
    [
      'PASS while the whole phase owes something before the gate',
      [...checkedM1, owed(null, 'M1')],
      'pass',
      'something_owed',
      'two more reds under load',
    ],
  ])('%s', (_, steps, result, reason, part, failure) => {
    const refusal = refusalOf(steps, result, failure)
    expect(refusal?.reason).toBe(reason)
    expect(refusal?.sentence).toContain(part)
  })
})

describe('on a fix', () => {
  const red = (tiers: { [name: string]: TierStatus }) =>
    runOfFix('mumble', { conclusion: 'red', tiers: tiersOf(tiers) }, theAdversary)
  const lint = { name: 'lint', status: 'fail', tests: [{ name: 'R011', status: 'fail', ms: null }] } as const
  const brokeRule = [
    run('mumble', {
      conclusion: 'green',
      tiers: [{ name: 'lint', status: 'pass', tests: [] }, ...ALL_PASS],
      recipeVersion: '1.0.1',
    }),
    runOfFix('mumble', { tiers: [{ ...lint, tests: [...lint.tests] }, ...ALL_PASS] }, theAdversary),
  ]

  test.each<[string, Step[], RulingResult]>([
    ['PASS with an own run at its head', checkedM2, 'pass'],
    ['FAIL without one', claimedM2, 'fail'],
    ['FAIL with a red at its head', [...claimedM2, red({ install: 'fail' })], 'fail'],
  ])('an Adversary may rule %s', (_, steps, result) => {
    expect(refusalOf(steps, result, 'mumble', ada, 'M2')).toBeNull()
  })

  test.each<[string, Step[], RulingResult, string, string]>([
    ['PASS without an own run at its head', claimedM2, 'pass', 'own_check_missing', 'an own run cold at fee1600d'],
    [
      'once the fix moved',
      [...checkedM2, fixMoved(1, { head: NEXT_HEAD })],
      'fail',
      'changed_since_claim',
      'the fix moved from fee1600d to decade00: the Builder has to claim again',
    ],
    [
      'once it was closed',
      [...checkedM2, fixMoved(1, { state: 'closed' })],
      'fail',
      'changed_since_claim',
      'the fix is gone',
    ],
    [
      'PASS with a red at its head',
      [...checkedM2, red({ install: 'fail' })],
      'pass',
      'requirement_unmet',
      'Verified at its head commit, by its own route (red at install at its head fee1600d)',
    ],
    [
      'PASS with a lint rule worse than before',
      [...checkedM2, ...brokeRule],
      'pass',
      'requirement_unmet',
      'Nothing worse than before the fix, lint included (R011 passed before, fails at this head)',
    ],
    [
      'PASS once it was merged',
      [...checkedM2, fixMoved(1, { state: 'merged' })],
      'pass',
      'requirement_unmet',
      'was merged while the phase runs',
    ],
    [
      'PASS with an open finding',
      [...checkedM2, foundWrong('mumble', 'M2')],
      'pass',
      'requirement_unmet',
      'No open finding (F-redfix-1 is open)',
    ],
  ])('an Adversary may not rule %s', (_, steps, result, reason, part) => {
    const refusal = refusalOf(steps, result, 'mumble', ada, 'M2')
    expect(refusal?.reason).toBe(reason)
    expect(refusal?.sentence).toContain(part)
  })
})

test('nobody rules on a claim of their own', () => {
  const own = [...checkedM1, claimed('M1', { mumble: 'Mine.' }, theAdversary)]
  expect(refusalOf(own, 'pass')?.reason).toBe('judging_own_claim')
  expect(refusalOf(own, 'fail')?.reason).toBe('judging_own_claim')
})

test.each<[Actor['role']]>([['builder'], ['operator'], ['stakeholder'], [null]])(
  'who is %s here does not rule',
  (role) => {
    expect(refusalOf(checkedM1, 'pass', 'mumble', { ...ada, role })?.reason).toBe('not_permitted')
  },
)

describe('the digest that was read', () => {
  const facts = recordOf(...claimedM1, claimed('M1', { mumble: 'More.' }))
  const before = recordOf(...claimedM1)
  const digestOf = (from: typeof facts, failure: string) =>
    from.claims[0]?.parts.find((part) => part.failure === failure)?.digest ?? ''

  test.each<[string, string, string, string | null]>([
    ['is the one that is claimed', digestOf(facts, 'mumble'), 'mumble', null],
    ['was replaced by a new revision', digestOf(before, 'mumble'), 'mumble', 'digest_replaced'],
    ['stayed the same in a new revision', digestOf(before, 'gitea'), 'gitea', null],
  ])('%s', (_, digest, failure, reason) => {
    expect(whyNotThisDigest(facts, 'M1', failure, digest)?.reason ?? null).toBe(reason)
  })
})

describe('a second submit of the same ruling', () => {
  function alreadyAfter(steps: Step[], result: RulingResult = 'pass', actor = ada, now = moment('02:00')) {
    const facts = recordOf(...steps)
    const [mumble] = facts.failures
    const digest = facts.claims[0]?.parts.find((part) => part.failure === 'mumble')?.digest ?? ''
    if (!mumble) throw new Error('The phase has lost its failure.')
    return whyRuledAlready(facts, gateOf(facts, 'M1'), mumble, digest, actor, result, now)
  }

  test('is refused, and says where the first stands', () => {
    expect(alreadyAfter(ruledM1)).toMatchObject({
      reason: 'ruled_already',
      sentence: 'You ruled PASS on exactly this already (event 10). Nothing was recorded twice.',
    })
  })
  test('is refused one millisecond before the first is too old', () => {
    expect(alreadyAfter(ruledM1, 'pass', ada, moment('01:18', LIFETIME_MS - 1))).not.toBeNull()
  })
  test.each<[string, ReturnType<typeof alreadyAfter>]>([
    ['the first is too old', alreadyAfter(ruledM1, 'pass', ada, moment('01:18', LIFETIME_MS))],
    ['nobody has ruled', alreadyAfter(checkedM1)],
    ['the first was a PASS and this is a FAIL', alreadyAfter(ruledM1, 'fail')],
    ['the first was another Adversary’s', alreadyAfter(ruledM1, 'pass', { ...ada, person: 'alan' })],
    ['it is claimed again with another text', alreadyAfter([...ruledM1, claimed('M1', { mumble: 'More.' })])],
    ['its own check was left out', alreadyAfter([...ruledM1, leftOut('#2')])],
  ])('is a new ruling when %s', (_, refusal) => {
    expect(refusal).toBeNull()
  })
  test('a FAIL is refused however old the first is', () => {
    const failed = [...checkedM1, ruled('mumble', 'fail')]
    expect(alreadyAfter(failed, 'fail', ada, moment('01:18', 2 * LIFETIME_MS))?.reason).toBe('ruled_already')
  })
})

describe('a ruling beside another Adversary’s', () => {
  function meanwhileAfter(steps: Step[], onRecord: number | null, actor: Actor = alan, now = moment('02:00')) {
    const facts = recordOf(...steps)
    const digest = facts.claims[0]?.parts.find((part) => part.failure === 'mumble')?.digest ?? ''
    return whyRuledMeanwhile(facts, gateOf(facts, 'M1'), failureOf(facts, 'mumble'), digest, actor, onRecord, now)
  }
  const alan: Actor = { person: 'alan', name: 'Alan', role: 'adversary' }

  test('is refused when that came first and was not read, and says so', () => {
    expect(meanwhileAfter(ruledM1, null)).toMatchObject({
      reason: 'ruled_meanwhile',
      sentence:
        'While you wrote, ada ruled PASS on this (event 10). Nothing was recorded; your text is kept. Read it, then rule.',
    })
  })
  test('is refused when another than the one that was read stands by now', () => {
    expect(meanwhileAfter([...ruledM1, ruled('mumble', 'fail')], 10)?.reason).toBe('ruled_meanwhile')
  })
  test.each<[string, ReturnType<typeof meanwhileAfter>]>([
    ['nobody has ruled', meanwhileAfter(checkedM1, null)],
    ['the one on record was read', meanwhileAfter(ruledM1, 10)],
    ['the one on record is their own', meanwhileAfter(ruledM1, null, ada)],
    ['the one on record is on another text', meanwhileAfter([...ruledM1, claimed('M1', { mumble: 'New.' })], null)],
    ['the one on record is exactly too old', meanwhileAfter(ruledM1, null, alan, moment('01:18', LIFETIME_MS))],
  ])('is none to stop when %s', (_, refusal) => {
    expect(refusal).toBeNull()
  })
})
