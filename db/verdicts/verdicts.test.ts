import { afterAll, describe, expect, test } from 'vitest'
import { LIFETIME_MS } from '#lib/testing/record-of.ts'
import type { Db } from '../db.ts'
import { excludeRun } from '../runs/exclude-run.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { attachedRun, classifiedFailure } from '../testing/evidence.ts'
import {
  aCheckedGate,
  aClaimedGate,
  aClassifiedPhase,
  aFailedGate,
  aPassedGate,
  aRuledGate,
  filedClaim,
  ruledOn,
  typedRuling,
  typedVerdict,
} from '../testing/gates.ts'
import { must } from '../testing/must.ts'
import { asAdversary, asOperator, asSecondAdversary, USUAL_TIME } from '../testing/people.ts'
import { factsOf } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { raiseVeto } from '../vetoes/raise-veto.ts'
import { recordRuling } from './record-ruling.ts'
import { recordVerdict } from './record-verdict.ts'

afterAll(removeDatabases)

const phase = 'redfix'
const classified = aClassifiedPhase()
const claimed = aClaimedGate(aCopyOf(classified))
const checked = aCheckedGate(aCopyOf(claimed))
const ruledGate = aRuledGate(aCopyOf(checked))
const passed = aPassedGate(aCopyOf(ruledGate))
const failed = aFailedGate(aCopyOf(checked))

const onwards = (db: Db, ...steps: ((db: Db) => unknown)[]): Db => {
  const copy = aCopyOf(db)
  for (const step of steps) step(copy)
  return copy
}
type Ruling = ReturnType<typeof typedRuling>
const rule = (db: Db, result: 'pass' | 'fail', different: Partial<Ruling> = {}, as = asAdversary, at = USUAL_TIME) =>
  recordRuling(db, as({ ...typedRuling(db, different.failure ?? 'mumble', result), ...different }, at))
const judge = (
  db: Db,
  result: 'pass' | 'fail',
  different: Partial<ReturnType<typeof typedVerdict>> = {},
  at = USUAL_TIME,
) => recordVerdict(db, asAdversary({ ...typedVerdict(db, result), ...different }, at))

const reclassified = (db: Db) => classifiedFailure(db, 'mumble', ['#1'], { cause: 'Something else.' })
const reworded = (db: Db) => filedClaim(db, { mumble: 'Reworded.' })
const leftOut = (run: number) => (db: Db) => must(excludeRun(db, asAdversary({ phase, run, reason: 'Two deploys.' })))
const digestOf = (db: Db, failure: string) => typedRuling(db, failure, 'pass').digest

describe('a ruling is refused, and nothing written', () => {
  test.each<[string, Db, (db: Db) => ReturnType<typeof rule>, string]>([
    ['on a gate that is not there', checked, (db) => rule(db, 'pass', { gate: 'M3' }), 'no_such_gate'],
    ['on a failure that is not there', checked, (db) => rule(db, 'pass', { failure: 'keycloak' }), 'no_such_failure'],
    ['on what nobody claimed', classified, (db) => rule(db, 'fail'), 'nothing_claimed'],
    ['on another digest', checked, (db) => rule(db, 'fail', { digest: 'f'.repeat(64) }), 'digest_replaced'],
    [
      'on what was claimed before it was claimed again',
      onwards(checked, reworded),
      (db) => rule(db, 'fail', { digest: digestOf(checked, 'mumble') }),
      'digest_replaced',
    ],
    ['on what was classified anew', onwards(checked, reclassified), (db) => rule(db, 'fail'), 'changed_since_claim'],
    ['PASS without an own check', claimed, (db) => rule(db, 'pass'), 'own_check_missing'],
    [
      'PASS by somebody else’s own check',
      checked,
      (db) => rule(db, 'pass', {}, asSecondAdversary),
      'own_check_missing',
    ],
    [
      'PASS on an own check that was left out',
      onwards(checked, leftOut(2)),
      (db) => rule(db, 'pass'),
      'own_check_missing',
    ],
    ['FAIL without saying how to see it', checked, (db) => rule(db, 'fail', { repro: '' }), 'repro_missing'],
    ['on evidence that is not there', checked, (db) => rule(db, 'fail', { cites: ['#99'] }), 'no_such_evidence'],
    ['on evidence of another failure', checked, (db) => rule(db, 'fail', { cites: ['code-2'] }), 'other_evidence'],
    ['that was given', ruledGate, (db) => rule(db, 'pass'), 'ruled_already'],
    [
      'that was given, and has one millisecond to live',
      ruledGate,
      (db) => rule(db, 'pass', {}, asAdversary, new Date(USUAL_TIME.getTime() + LIFETIME_MS - 1)),
      'ruled_already',
    ],
  ])('%s', (_, db, act, reason) => {
    expect(refusalOf(db, () => act(db)).reason).toBe(reason)
  })
})

describe('a ruling is recorded', () => {
  test.each<[string, Db, (db: Db) => ReturnType<typeof rule>]>([
    ['PASS, citing the own check', checked, (db) => rule(db, 'pass', { cites: ['#1', '#2'] })],
    [
      'again when the first is exactly too old',
      ruledGate,
      (db) => rule(db, 'pass', {}, asAdversary, new Date(USUAL_TIME.getTime() + LIFETIME_MS)),
    ],
    ['FAIL after a PASS', passed, (db) => rule(db, 'fail')],
    ['FAIL without an own check', claimed, (db) => rule(db, 'fail')],
    [
      'again on a new own check when the first was left out',
      onwards(ruledGate, leftOut(2), (db) => attachedRun(db, 'mumble', {}, asAdversary)),
      (db) => rule(db, 'pass'),
    ],
  ])('%s', (_, db, act) => {
    expect(act(aCopyOf(db))).toMatchObject({ ok: true })
  })

  test('a FAIL opens a finding in the same command, numbered within its phase', () => {
    const db = aCopyOf(checked)
    must(rule(db, 'fail'))
    must(rule(db, 'fail', { failure: 'gitea' }))
    expect(factsOf(db).findings.map(({ finding, failure, repro }) => [finding, failure, repro])).toEqual([
      ['F-redfix-1', 'mumble', 'Run it twice.'],
      ['F-redfix-2', 'gitea', 'Run it twice.'],
    ])
  })
  test('a later ruling takes the place of the first; both stay on record', () => {
    const db = onwards(checked, (copy) => {
      ruledOn(copy, 'mumble')
      ruledOn(copy, 'mumble', 'fail')
    })
    expect(factsOf(db).rulings).toMatchObject([{ failure: 'mumble', result: 'fail' }])
    expect(db.$client.prepare("SELECT count(*) AS rulings FROM ledger WHERE kind = 'ruling.recorded'").get()).toEqual({
      rulings: 2,
    })
  })
})

describe('a verdict is refused, and nothing written', () => {
  const aVeto = (db: Db) => must(raiseVeto(db, asOperator({ phase, gate: 'M1', reason: 'Somebody merged.' })))
  test.each<[string, Db, (db: Db) => ReturnType<typeof judge>, string]>([
    ['on a gate that is not there', ruledGate, (db) => judge(db, 'pass', { gate: 'M3' }), 'no_such_gate'],
    ['on what nobody claimed', classified, (db) => judge(db, 'fail'), 'nothing_claimed'],
    [
      'PASS while a failure is not ruled',
      onwards(checked, (db) => ruledOn(db, 'mumble')),
      (db) => judge(db, 'pass'),
      'not_all_passed',
    ],
    [
      'PASS while a failure is ruled FAIL',
      onwards(ruledGate, (db) => ruledOn(db, 'gitea', 'fail')),
      (db) => judge(db, 'pass'),
      'not_all_passed',
    ],
    [
      'PASS when the rulings are exactly too old',
      ruledGate,
      (db) => judge(db, 'pass', {}, new Date(USUAL_TIME.getTime() + LIFETIME_MS)),
      'not_all_passed',
    ],
    ['PASS while a veto stands', onwards(ruledGate, aVeto), (db) => judge(db, 'pass'), 'vetoed'],
    ['FAIL when nothing failed', ruledGate, (db) => judge(db, 'fail'), 'no_failure_failed'],
    ['PASS twice', passed, (db) => judge(db, 'pass'), 'given_already'],
    ['FAIL twice', failed, (db) => judge(db, 'fail'), 'given_already'],
    ['PASS on another digest', ruledGate, (db) => judge(db, 'pass', { digest: 'f'.repeat(64) }), 'digest_replaced'],
    [
      'FAIL on the revision before',
      onwards(checked, (db) => ruledOn(db, 'mumble', 'fail'), reworded),
      (db) => judge(db, 'fail', { digest: typedVerdict(checked, 'fail').digest }),
      'digest_replaced',
    ],
  ])('%s', (_, db, act, reason) => {
    expect(refusalOf(db, () => act(db)).reason).toBe(reason)
  })
})

test('a verdict names the whole revision', () => {
  expect(factsOf(passed).verdicts).toMatchObject([
    {
      gate: 'M1',
      revision: 1,
      digest: factsOf(passed).claims[0]?.digest,
      result: 'pass',
      person: 'ada',
      role: 'adversary',
    },
  ])
})
