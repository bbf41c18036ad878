import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { LIFETIME_MS } from '#lib/testing/record-of.ts'
import type { Db } from '../db.ts'
import { addFailure } from '../failures/add-failure.ts'
import { closeFinding } from '../findings/close-finding.ts'
import { reopenFinding } from '../findings/reopen-finding.ts'
import { updateFix } from '../fixes/update-fix.ts'
import { owe } from '../obligations/owe.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { attachedRun, recordedObservation } from '../testing/evidence.ts'
import {
  aCheckedFix,
  aClaimedFix,
  aDonePhase,
  aPassedFix,
  aRuledFix,
  fixRun,
  HEAD,
  pushedFix,
} from '../testing/fixes.ts'
import { filedClaim, givenVerdict, ruledOn } from '../testing/gates.ts'
import { must } from '../testing/must.ts'
import { asAdversary, asBuilder, asOperator, USUAL_TIME } from '../testing/people.ts'
import { factsOf } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { liftVeto } from '../vetoes/lift-veto.ts'
import { raiseVeto } from '../vetoes/raise-veto.ts'
import { declareDone } from './declare-done.ts'
import { recordPlan } from './record-plan.ts'

afterAll(removeDatabases)

const phase = 'redfix'
const ruled = aRuledFix(aCheckedFix(aClaimedFix()))
const passed = aPassedFix(aCopyOf(ruled))
const done = aDonePhase(aCopyOf(passed))
let db: Db
beforeEach(() => {
  db = aCopyOf(passed)
})
const declare = (on: Db, at = USUAL_TIME) => declareDone(on, asBuilder({ phase, words: 'Both are fixed.' }, at))
const later = (ms: number) => new Date(USUAL_TIME.getTime() + ms)
const merge = (on: Db) =>
  must(updateFix(on, asOperator({ phase, fix: 1, head: HEAD, state: 'merged', how: 'Merged it.' })))
const veto = (on: Db) => must(raiseVeto(on, asAdversary({ phase, gate: null, reason: 'Not clean.' })))
const fail = (on: Db) => ruledOn(on, 'mumble', 'fail', USUAL_TIME, asAdversary, 'M2')
const added = { phase, failure: 'keycloak', recipe: 'keycloak', version: null, image: null, sweptAs: null }
const failM2 = (on: Db) => {
  fail(on)
  givenVerdict(on, 'fail', USUAL_TIME, 'M2')
}
const RED = { recipeCommit: HEAD, pullRequest: 4 }

describe('refused, and nothing written', () => {
  test.each<[string, (db: Db) => unknown, string, string]>([
    [
      'a PASS on something that moved',
      (on) => pushedFix(on),
      'not_all_passed',
      'M2’s PASS is stale (mumble: since the claim the fix moved from a1b2c3d4 to b2c3d4e5)',
    ],
    [
      'a plan that changed',
      (on) => must(recordPlan(on, asOperator({ phase, name: 'p', text: 'p' }))),
      'not_all_passed',
      'M1’s PASS is stale',
    ],
    [
      'a claim filed again and not judged',
      (on) => filedClaim(on, { mumble: 'Better.' }, USUAL_TIME, 'M2'),
      'not_all_passed',
      'M2 has no verdict on what is claimed',
    ],
    ['a FAIL', failM2, 'not_all_passed', 'M2 has a FAIL'],
    [
      'a red at the head since the PASS',
      (on) => attachedRun(on, 'mumble', RED, asAdversary),
      'no_longer_met',
      'M2, mumble: Verified at its head commit, by its own route (red at custom at its head a1b2c3d4)',
    ],
    [
      'something owed before a gate',
      (on) => must(owe(on, asAdversary({ phase, failure: null, by: 'builder', text: 'One more.', before: 'M1' }))),
      'something_owed',
      'before M1: One more',
    ],
    ['a veto', veto, 'vetoed', 'the phase is vetoed: Not clean'],
    ['a merged fix', merge, 'merged_early', 'recipe pull request #4 of recipes/mumble for mumble was merged'],
    [
      'a failure that nobody judged',
      (on) => must(addFailure(on, asBuilder(added))),
      'not_all_passed',
      'keycloak has no fix',
    ],
  ])('with %s', (_, before, reason, part) => {
    before(db)
    const refusal = refusalOf(db, () => declare(db))
    expect(refusal.reason).toBe(reason)
    expect(refusal.sentence).toContain(part)
  })

  test('with a PASS that is exactly too old', () => {
    expect(refusalOf(db, () => declare(db, later(LIFETIME_MS))).reason).toBe('not_all_passed')
    must(declare(db, later(LIFETIME_MS - 1)))
  })

  test('without a verdict on a gate', () => {
    expect(refusalOf(ruled, () => declare(ruled)).reason).toBe('not_all_passed')
  })
  test('twice', () => {
    expect(refusalOf(done, () => declare(done)).reason).toBe('done_already')
  })
})

test('it names the PASS that each gate had at that moment', () => {
  const verdicts = factsOf(done).verdicts.map(({ gate, revision, seq }) => ({ gate, revision, verdict: seq }))
  expect(factsOf(done).dones).toMatchObject([
    { person: 'bob', role: 'builder', words: 'Both are fixed.', gates: verdicts, reopened: null },
  ])
})

describe('a phase that is DONE', () => {
  beforeEach(() => {
    db = aCopyOf(done)
  })
  const reopened = () => factsOf(db).dones.at(-1)?.reopened

  test.each<[string, (db: Db) => unknown]>([
    ['a merge, which comes after DONE', merge],
    ['a plan that changes', (on) => must(recordPlan(on, asOperator({ phase, name: 'p', text: 'p' })))],
    ['a push', (on) => pushedFix(on)],
    ['a claim filed again', (on) => filedClaim(on, { mumble: 'Better.' }, USUAL_TIME, 'M2')],
  ])('stays so, as a fact of its moment: %s', (_, act) => {
    act(db)
    expect(reopened()).toBeNull()
  })

  test.each<[string, (db: Db) => unknown, string]>([
    ['a veto', veto, 'the phase was vetoed'],
    ['a ruling of FAIL', fail, 'mumble was ruled FAIL on M2'],
  ])('is opened again by %s', (_, act, because) => {
    act(db)
    expect(reopened()).toMatchObject({ because })
  })

  test('is opened again by the first of several, and can be DONE again when all are answered', () => {
    veto(db)
    const first = reopened()
    must(raiseVeto(db, asOperator({ phase, gate: 'M1', reason: 'Wait.' })))
    expect(reopened()).toEqual(first)
    expect(refusalOf(db, () => declare(db)).reason).toBe('vetoed')
    must(liftVeto(db, asAdversary({ phase, veto: 1, reason: 'Clean.' })))
    must(liftVeto(db, asOperator({ phase, veto: 2, reason: 'Go.' })))
    must(declare(db))
    expect(factsOf(db).dones.map(({ reopened: by }) => by === null)).toEqual([false, true])
  })

  test('forgives a merge that came while it was DONE, and none that came after it was opened again', () => {
    merge(db)
    veto(db)
    must(liftVeto(db, asAdversary({ phase, veto: 1, reason: 'Clean.' })))
    const early = () => factsOf(db).fixes.filter(({ mergedSeq }) => mergedSeq !== null)
    expect(early()).toHaveLength(1)
    must(declare(db))
    veto(db)
    must(updateFix(db, asOperator({ phase, fix: 2, head: HEAD, state: 'merged', how: 'Merged it.' })))
    must(liftVeto(db, asAdversary({ phase, veto: 2, reason: 'Clean.' })))
    expect(refusalOf(db, () => declare(db)).sentence).toContain('recipes/gitea for gitea was merged')
  })

  test('is opened again when a finding is', () => {
    const on = aCopyOf(ruled)
    fail(on)
    const own = recordedObservation(on, 'mumble', { output: 'better' }, asAdversary)
    const finding = 'F-redfix-1'
    filedClaim(on, { mumble: 'Better.' }, USUAL_TIME, 'M2')
    must(closeFinding(on, asAdversary({ phase, finding, reason: 'Seen green.', cites: [own] })))
    fixRun(on, 'mumble', HEAD, asAdversary)
    ruledOn(on, 'mumble', 'pass', USUAL_TIME, asAdversary, 'M2')
    givenVerdict(on, 'pass', USUAL_TIME, 'M2')
    must(declare(on))
    must(reopenFinding(on, asAdversary({ phase, finding, reason: 'It is back.' })))
    expect(factsOf(on).dones).toMatchObject([{ reopened: { because: 'F-redfix-1 was opened again' } }])
    // With an open finding what the gates ask is no longer met; both are said.
    expect(refusalOf(on, () => declare(on)).sentence).toContain('F-redfix-1 on mumble is open')
  })
})
