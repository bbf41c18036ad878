import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { evaluateGate } from '#lib/gates/evaluate-gate.ts'
import type { Db } from '../db.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { classifiedFailure } from '../testing/evidence.ts'
import { aFixedPhase, attachedFix, fixRun, HEAD, NEXT_HEAD, pushedFix, typedFix, typedPush } from '../testing/fixes.ts'
import { must } from '../testing/must.ts'
import { asAdversary, asBuilder, asOperator, asSecondAdversary, USUAL_TIME } from '../testing/people.ts'
import { aPhase, factsOf, gateOf } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { attachFix } from './attach-fix.ts'
import { updateFix } from './update-fix.ts'

afterAll(removeDatabases)

const fixed = aFixedPhase()
aPhase(fixed, 'canon')
let db: Db
beforeEach(() => {
  db = aCopyOf(fixed)
})
type Act = () => ReturnType<typeof attachFix>
const attach =
  (...typed: Parameters<typeof typedFix>): Act =>
  () =>
    attachFix(db, asBuilder(typedFix(...typed)))
const update =
  (different: Partial<Parameters<typeof updateFix>[1]['input']> = {}, as = asBuilder): Act =>
  () =>
    updateFix(db, as({ ...typedPush(), ...different }))
const fixOf = (fix = 1) => factsOf(db).fixes.find((held) => held.fix === fix)
const answerTo = (requirement: string) =>
  evaluateGate(factsOf(db), gateOf(db, 'M2'), USUAL_TIME).failures[0]?.requirements.find(({ id }) => id === requirement)
    ?.answer

describe('refused, and nothing written', () => {
  test.each<[string, Act, string]>([
    ['a fix of a failure that is not there', attach('keycloak'), 'no_such_failure'],
    ['the same pull request twice', attach('mumble'), 'attached_already'],
    ['the same pull request at another head', attach('mumble', { head: NEXT_HEAD }), 'attached_already'],
    ['an update of a fix that is not there', update({ fix: 9 }), 'no_such_fix'],
    ['an update of a fix of another phase', update({ phase: 'canon' }), 'no_such_fix'],
    ['the Builder saying what is on record', update({ head: HEAD }), 'nothing_moved'],
    ['the Builder saying it by a shorter commit', update({ head: HEAD.slice(0, 7) }), 'nothing_moved'],
  ])('%s', (_, act, reason) => {
    expect(refusalOf(db, act).reason).toBe(reason)
  })

  test('the same person checking twice what did not move', () => {
    must(update({ head: HEAD }, asAdversary)())
    expect(refusalOf(db, update({ head: HEAD }, asAdversary)).reason).toBe('nothing_moved')
    must(update({ head: HEAD }, asSecondAdversary)())
  })
})

test('a failure may have several fixes, and what was closed can be attached again', () => {
  must(attach('mumble', { pullRequest: 5 })())
  must(update({ head: HEAD, state: 'closed' })())
  must(attach('mumble')())
  expect(factsOf(db).fixes.map(({ fix, failure, state }) => [fix, failure, state])).toEqual([
    [1, 'mumble', 'closed'],
    [2, 'gitea', 'open'],
    [3, 'mumble', 'open'],
    [4, 'mumble', 'open'],
  ])
})

describe('one pull request stands at one commit, however many failures it mends', () => {
  const shared = { repository: 'cc-ci', pullRequest: 9, kind: 'harness-change', route: 'harness' } as const
  const ofShared = () => factsOf(db).fixes.filter(({ repository }) => repository === 'cc-ci')
  test('pushed to, it moves for each of them', () => {
    must(attach('mumble', shared)())
    must(attach('gitea', shared)())
    must(update({ fix: 3, head: NEXT_HEAD })())
    expect(ofShared().map(({ head }) => head)).toEqual([NEXT_HEAD, NEXT_HEAD])
  })
  test('attached at another commit it is refused, and says where it stands', () => {
    must(attach('mumble', shared)())
    expect(refusalOf(db, attach('gitea', { ...shared, head: NEXT_HEAD }))).toMatchObject({
      reason: 'other_head',
      field: 'head',
      sentence: expect.stringContaining('stands at a1b2c3d4 on record, for mumble'),
    })
  })
})

test('a fix cannot stand where the failure itself is shown', () => {
  const shown = factsOf(db).evidence.find(({ ref }) => ref === '#1')?.run?.recipeCheckout.commit ?? ''
  const refused = { reason: 'not_a_fix', field: 'head' }
  expect(refusalOf(db, attach('mumble', { pullRequest: 7, head: shown }))).toMatchObject(refused)
  expect(refusalOf(db, update({ head: shown }))).toMatchObject(refused)
})

test('where a fix stands already it may be said to be open again, whatever a classification cites since', () => {
  must(update({ head: HEAD, state: 'merged' }, asOperator)())
  classifiedFailure(db, 'mumble', [fixRun(db, 'mumble')])
  must(update({ head: HEAD }, asOperator)())
  expect(fixOf()?.state).toBe('open')
})

test('fixes are numbered over all phases, and one of another phase is not among them', () => {
  attachedFix(db, 'mumble', { phase: 'canon' })
  expect(factsOf(db, 'canon').fixes.map(({ fix }) => fix)).toEqual([3])
  expect(factsOf(db).fixes).toHaveLength(2)
})

test.each([
  ['the Adversary', asAdversary],
  ['the Operator', asOperator],
] as const)('what the Builder stated is not checked until %s says where it stands', (_, as) => {
  expect(answerTo('fix-attached')).toMatchObject({
    kind: 'weak',
    because: expect.stringContaining('stated by the Builder'),
  })
  must(update({ head: HEAD }, as)())
  expect(answerTo('fix-attached')).toMatchObject({ kind: 'passed' })
})

describe('a new head commit', () => {
  test('is added to those where it stood, and leaves the runs there visible and no longer counting', () => {
    pushedFix(db)
    expect(fixOf()).toMatchObject({ head: NEXT_HEAD, heads: [{ head: HEAD }, { head: NEXT_HEAD }] })
    expect(answerTo('fix-verified')).toMatchObject({
      kind: 'missing',
      because: 'no run at its head b2c3d4e5 yet; 1 run at an earlier head no longer counts',
      evidence: ['#3'],
    })
    fixRun(db, 'mumble', NEXT_HEAD)
    expect(answerTo('fix-verified')).toMatchObject({ kind: 'passed' })
  })
  test('said shorter is no new head', () => {
    must(update({ head: HEAD.slice(0, 8) }, asAdversary)())
    expect(fixOf()).toMatchObject({ head: HEAD, heads: [{ head: HEAD }] })
  })
})

test('a merge while the phase runs is known by its event, and is unsaid by who checks it, never by the Builder', () => {
  const { seq } = must(update({ head: HEAD, state: 'merged' }, asOperator)())
  expect(fixOf()).toMatchObject({ state: 'merged', mergedSeq: seq })
  expect(answerTo('fix-attached')).toMatchObject({ kind: 'failed' })
  expect(refusalOf(db, update({ head: HEAD }))).toMatchObject({ reason: 'merge_stands', field: 'state' })
  must(update({ head: HEAD }, asOperator)())
  expect(fixOf()).toMatchObject({ state: 'open', mergedSeq: null })
})
