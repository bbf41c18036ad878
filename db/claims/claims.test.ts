import { createHash } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { canonicalJson } from '#lib/ledger/canonical-json.ts'
import type { Db } from '../db.ts'
import { addFailure } from '../failures/add-failure.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { attachedRun, classifiedFailure } from '../testing/evidence.ts'
import { aClaimedGate, aClassifiedPhase, aPassedGate, filedClaim, typedClaim } from '../testing/gates.ts'
import { must } from '../testing/must.ts'
import { asBuilder } from '../testing/people.ts'
import { aPhaseAlone, factsOf } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { fileClaim } from './file-claim.ts'
import { withdrawClaim } from './withdraw-claim.ts'

afterAll(removeDatabases)

const phase = 'redfix'
const opened = aPhaseAlone()
const classified = aClassifiedPhase()
const claimed = aClaimedGate(aCopyOf(classified))
const passed = aPassedGate()
const file = (db: Db, gate = 'M1') => fileClaim(db, asBuilder(typedClaim(db, {}, gate)))
const withdraw = (db: Db, revision = 1, gate = 'M1') =>
  withdrawClaim(db, asBuilder({ phase, gate, revision, reason: 'Too early.' }))
const withoutGitea = (db: Db) => {
  const { mumble } = typedClaim(db).parts
  return { ...typedClaim(db), parts: mumble ? { mumble } : {} }
}

describe('refused, and nothing written', () => {
  test.each<[string, Db, (db: Db) => ReturnType<typeof file>, string]>([
    ['a claim on a gate that is not there', classified, (db) => file(db, 'M3'), 'no_such_gate'],
    ['a claim on what is not classified', opened, (db) => file(db), 'something_missing'],
    ['a claim on the second gate before the first has passed', classified, (db) => file(db, 'M2'), 'not_open'],
    ['a claim on fixes while there are none', passed, (db) => file(db, 'M2'), 'something_missing'],
    [
      'a claim that says nothing about a failure',
      classified,
      (db) => fileClaim(db, asBuilder(withoutGitea(db))),
      'not_in_claim',
    ],
    ['the same claim again', claimed, (db) => file(db), 'nothing_new'],
    ['the same claim again after its PASS', passed, (db) => file(db), 'nothing_new'],
    ['to withdraw what nobody claimed', classified, (db) => withdraw(db), 'nothing_claimed'],
    ['to withdraw on a gate that is not there', claimed, (db) => withdraw(db, 1, 'M3'), 'nothing_claimed'],
    ['to withdraw another revision', claimed, (db) => withdraw(db, 2), 'revision_replaced'],
  ])('%s', (_, db, act, reason) => {
    expect(refusalOf(db, () => act(db)).reason).toBe(reason)
  })

  test('to withdraw twice', () => {
    const db = aCopyOf(claimed)
    must(withdraw(db))
    expect(refusalOf(db, () => withdraw(db)).reason).toBe('nothing_claimed')
  })
  test('a claim that says nothing about a failure called like what every object has', () => {
    const db = aCopyOf(classified)
    const failure = 'constructor'
    must(addFailure(db, asBuilder({ phase, failure, recipe: 'mumble', version: null, image: null, sweptAs: null })))
    classifiedFailure(db, failure, [attachedRun(db, failure, { recipe: 'mumble' })])
    const { parts } = typedClaim(db)
    const { mumble, gitea } = parts
    const without = { ...typedClaim(db), parts: mumble && gitea ? { mumble, gitea } : {} }
    expect(refusalOf(db, () => fileClaim(db, asBuilder(without))).reason).toBe('not_in_claim')
  })
})

describe('a revision', () => {
  let db: Db
  beforeEach(() => {
    db = aCopyOf(claimed)
  })
  const claim = () => factsOf(db).claims[0]
  const digests = () => claim()?.parts.map(({ digest }) => digest)
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

  test('is frozen with a digest of each failure and one of the whole', () => {
    for (const { failure, judged, digest } of claim()?.parts ?? [])
      expect(digest).toBe(sha256(canonicalJson({ failure, judged })))
    expect(claim()?.digest).toBe(sha256(canonicalJson(claim()?.parts.map((part) => [part.failure, part.digest]) ?? [])))
  })
  test('that changes the text of one failure changes that digest and no other', () => {
    const [mumble, gitea] = digests() ?? []
    filedClaim(db, { gitea: 'Reworded.' })
    expect(claim()?.revision).toBe(2)
    expect(digests()?.[0]).toBe(mumble)
    expect(digests()?.[1]).not.toBe(gitea)
  })
  test('that was withdrawn keeps its number, and the same claim has the same digests', () => {
    const before = digests()
    must(withdraw(db))
    must(file(db))
    expect(claim()).toMatchObject({ revision: 2, withdrawn: null })
    expect(digests()).toEqual(before)
  })
  test('says so when it was withdrawn, and stays the newest', () => {
    must(withdraw(db))
    expect(claim()).toMatchObject({ revision: 1, withdrawn: 'Too early.' })
  })
})
