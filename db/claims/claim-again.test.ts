import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { evaluateGate } from '#lib/gates/evaluate-gate.ts'
import type { Db } from '../db.ts'
import { closeFinding } from '../findings/close-finding.ts'
import { listEvents } from '../ledger/list-events.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { recordedObservation } from '../testing/evidence.ts'
import { aFailedFix, fixRun, NEXT_HEAD, pushedFix } from '../testing/fixes.ts'
import { givenVerdict, typedClaim, typedRuling } from '../testing/gates.ts'
import { must } from '../testing/must.ts'
import { asAdversary, asBuilder, USUAL_TIME } from '../testing/people.ts'
import { factsOf, gateOf } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { recordRuling } from '../verdicts/record-ruling.ts'
import { fileClaim } from './file-claim.ts'

afterAll(removeDatabases)

const phase = 'redfix'
const finding = 'F-redfix-1'
const failed = aFailedFix()
let db: Db
beforeEach(() => {
  db = aCopyOf(failed)
})

const answer = (text: string, answered = finding) => ({
  ...typedClaim(db, {}, 'M2'),
  answers: [{ finding: answered, text }],
})
const fileAgain = (typed = answer('Pushed b2c3d4e5.')) => fileClaim(db, asBuilder(typed))
const claim = () => factsOf(db).claims.find(({ gate }) => gate === 'M2')
const digestOf = (failure: string) => claim()?.parts.find((part) => part.failure === failure)?.digest
const decisionOn = (failure: string) =>
  evaluateGate(factsOf(db), gateOf(db, 'M2'), USUAL_TIME).failures.find((one) => one.failure.failure === failure)
const rule = (failure: string) => recordRuling(db, asAdversary(typedRuling(db, failure, 'pass', [], 'M2')))
const closeIt = () => {
  const own = recordedObservation(db, 'mumble', { output: 'fixed' }, asAdversary)
  must(closeFinding(db, asAdversary({ phase, finding, reason: 'Seen green.', cites: [own] })))
}

describe('refused, and nothing written', () => {
  test('to claim again what failed, with nothing new', () => {
    expect(refusalOf(db, () => fileAgain()).reason).toBe('nothing_new')
  })
  test.each<[string, string, () => unknown]>([
    ['a finding that is not there', 'F-redfix-9', () => {}],
    ['a finding that is closed', finding, closeIt],
  ])('to answer %s', (_, answered, before) => {
    pushedFix(db)
    before()
    expect(refusalOf(db, () => fileAgain(answer('Pushed.', answered))).reason).toBe('no_such_finding')
  })
  test('to answer a finding on another gate', () => {
    const onM1 = { ...typedClaim(db, { mumble: 'Reworded.' }), answers: [{ finding, text: 'Reworded.' }] }
    expect(refusalOf(db, () => fileClaim(db, asBuilder(onM1))).reason).toBe('no_such_finding')
  })
})

describe('claimed again after the FAIL, with what answers the finding', () => {
  beforeEach(() => {
    pushedFix(db)
    fixRun(db, 'mumble', NEXT_HEAD)
    must(fileAgain())
  })

  test('the finding is addressed by the claim, in the same command, and not closed', () => {
    expect(claim()).toMatchObject({ revision: 2, answers: [finding] })
    expect(factsOf(db).findings).toMatchObject([{ standing: 'addressed', moved: { words: 'Pushed b2c3d4e5.' } }])
    const [addressed, filed] = listEvents(db, {}, 2)
    expect(addressed).toMatchObject({ kind: 'finding.addressed', part: 1, command: filed?.command })
    expect(filed).toMatchObject({ kind: 'claim.filed', part: 0 })
  })

  test('the ruling on what did not change is carried, and the one on what did is asked for again', () => {
    const before = factsOf(failed).claims.find(({ gate }) => gate === 'M2')
    expect(digestOf('gitea')).toBe(before?.parts.find((part) => part.failure === 'gitea')?.digest)
    expect(digestOf('mumble')).not.toBe(before?.parts.find((part) => part.failure === 'mumble')?.digest)
    expect(decisionOn('gitea')).toMatchObject({ ruling: { kind: 'passed' }, carriedFrom: 1 })
    expect(decisionOn('mumble')).toMatchObject({ ruling: { kind: 'stale' }, carriedFrom: null })
  })

  test('what changed asks for another own check, and for the finding to be closed', () => {
    expect(refusalOf(db, () => rule('mumble')).reason).toBe('own_check_missing')
    fixRun(db, 'mumble', NEXT_HEAD, asAdversary)
    expect(refusalOf(db, () => rule('mumble'))).toMatchObject({
      reason: 'requirement_unmet',
      sentence: 'PASS waits for: No open finding (F-redfix-1 is addressed, not closed).',
    })
    closeIt()
    must(rule('mumble'))
    givenVerdict(db, 'pass', USUAL_TIME, 'M2')
    expect(evaluateGate(factsOf(db), gateOf(db, 'M2'), USUAL_TIME)).toMatchObject({ standing: 'passed', passed: 2 })
  })

  test('answering with the same words again records no second answer', () => {
    must(fileClaim(db, asBuilder({ ...answer('Pushed b2c3d4e5.'), ...typedClaim(db, { gitea: 'Reworded.' }, 'M2') })))
    const typed = { ...typedClaim(db, { gitea: 'Reworded twice.' }, 'M2'), answers: answer('Pushed b2c3d4e5.').answers }
    must(fileClaim(db, asBuilder(typed)))
    expect(listEvents(db, { kinds: ['finding.addressed'] }, 10)).toHaveLength(1)
  })
})

test('what was ruled FAIL cannot be ruled PASS until something else is claimed', () => {
  fixRun(db, 'mumble', undefined, asAdversary)
  closeIt()
  expect(refusalOf(db, () => rule('mumble')).reason).toBe('failed_on_this')
  must(fileClaim(db, asBuilder(typedClaim(db, { mumble: 'It waits now.' }, 'M2'))))
  must(rule('mumble'))
})
