import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { evaluateGate } from '#lib/gates/evaluate-gate.ts'
import { whoseTurn } from '#lib/gates/whose-turn.ts'
import { withdrawClaim } from '../claims/withdraw-claim.ts'
import type { Db } from '../db.ts'
import { listEvents } from '../ledger/list-events.ts'
import { meetObligation } from '../obligations/meet-obligation.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { attachedRun, classifiedFailure } from '../testing/evidence.ts'
import { aCheckedGate, aClassifiedPhase, claimedDigest, filedClaim, ruledOn, typedRuling } from '../testing/gates.ts'
import { must } from '../testing/must.ts'
import { asAdversary, asBuilder, USUAL_TIME } from '../testing/people.ts'
import { factsOf, gateOf } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { askForMore } from './ask-for-more.ts'
import { recordRuling } from './record-ruling.ts'

afterAll(removeDatabases)

const phase = 'redfix'
const text = 'Two more reds would settle it.'
const checked = aCheckedGate()
let db: Db
beforeEach(() => {
  db = aCopyOf(checked)
})
const ask = (on: Db, different: Partial<Parameters<typeof askForMore>[1]['input']> = {}) => {
  const digest = claimedDigest(on, different.failure ?? 'mumble')
  return askForMore(on, asAdversary({ phase, gate: 'M1', failure: 'mumble', digest, text, ...different }))
}
const owed = () => factsOf(db).obligations.at(-1)
const turn = () => whoseTurn(factsOf(db), evaluateGate(factsOf(db), gateOf(db), USUAL_TIME))
const meet = (evidence: string) =>
  must(meetObligation(db, asBuilder({ phase, obligation: owed()?.obligation ?? 0, evidence, how: 'Ran it.' })))

describe('refused, and nothing written', () => {
  test.each<[string, (db: Db) => unknown, Parameters<typeof ask>[1], string]>([
    ['on a gate that is not there', () => {}, { gate: 'M3' }, 'no_such_gate'],
    ['on a failure that is not there', () => {}, { failure: 'keycloak' }, 'no_such_failure'],
    ['on a gate that nobody claimed', () => {}, { gate: 'M2' }, 'nothing_claimed'],
    ['on another digest', () => {}, { digest: 'f'.repeat(64) }, 'digest_replaced'],
    [
      'on what was claimed before it was claimed again',
      (on) => filedClaim(on, { mumble: 'Reworded.' }),
      { digest: claimedDigest(checked, 'mumble') },
      'digest_replaced',
    ],
    [
      'on a claim that was withdrawn',
      (on) => must(withdrawClaim(on, asBuilder({ phase, gate: 'M1', revision: 1, reason: 'Too early.' }))),
      {},
      'claim_withdrawn',
    ],
    [
      'on what changed since the claim',
      (on) => classifiedFailure(on, 'mumble', ['#1'], { cause: 'Another.' }),
      {},
      'changed_since_claim',
    ],
    ['for what is owed already', (on) => must(ask(on)), {}, 'owed_already'],
  ])('%s', (_, before, different, reason) => {
    before(db)
    expect(refusalOf(db, () => ask(db, different)).reason).toBe(reason)
  })

  test('while nothing is claimed', () => {
    const classified = aClassifiedPhase()
    expect(refusalOf(classified, () => ask(classified, { digest: '-' })).reason).toBe('nothing_claimed')
  })
})

test('it owes the Builder something before the gate, in the same command, and opens no finding', () => {
  must(ask(db))
  expect(owed()).toMatchObject({ failure: 'mumble', by: 'builder', before: 'M1', text, met: null })
  expect(factsOf(db)).toMatchObject({ findings: [], rulings: [] })
  const [obligation, asked] = listEvents(db, {}, 2)
  expect(obligation).toMatchObject({ kind: 'obligation.owed', part: 1, command: asked?.command })
  expect(asked).toMatchObject({
    ...{ kind: 'more.asked', subject: 'M1', part: 0, role: 'adversary' },
    payload: { revision: 1, digest: claimedDigest(db, 'mumble'), obligation: owed()?.obligation },
  })
})

test('the turn is the Builder’s once everything that is open was asked about, and comes back when it is met', () => {
  must(ask(db))
  expect(turn().role).toBe('adversary')
  ruledOn(db, 'gitea')
  expect(turn()).toMatchObject({ role: 'builder', what: `asked for more: ${text}` })
  meet(attachedRun(db, 'mumble'))
  expect(turn().role).toBe('adversary')
})

test('PASS waits until it is met; FAIL does not', () => {
  must(ask(db))
  const pass = () => recordRuling(db, asAdversary(typedRuling(db, 'mumble', 'pass')))
  expect(refusalOf(db, pass).reason).toBe('something_owed')
  meet(attachedRun(db, 'mumble'))
  must(pass())
  must(ask(db, { failure: 'gitea' }))
  ruledOn(db, 'gitea', 'fail')
})
