import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import type { Recorded } from '#lib/ledger/event.ts'
import type { Actor } from '#lib/people/roles.ts'
import type { Result } from '#lib/result.ts'
import { fileClaim } from './claims/file-claim.ts'
import type { Db } from './db.ts'
import { addressFinding } from './findings/address-finding.ts'
import { closeFinding } from './findings/close-finding.ts'
import { reopenFinding } from './findings/reopen-finding.ts'
import { attachFix } from './fixes/attach-fix.ts'
import { updateFix } from './fixes/update-fix.ts'
import { declareDone } from './phases/declare-done.ts'
import { recordPlan } from './phases/record-plan.ts'
import { aCopyOf, removeDatabases } from './testing/databases.ts'
import type { As } from './testing/every-verb.ts'
import { recordedObservation } from './testing/evidence.ts'
import { aFailedFix, aFixedPhase, aPassedFix, pushedFix, typedFix, typedPush } from './testing/fixes.ts'
import { aCheckedGate, claimedDigest, typedClaim } from './testing/gates.ts'
import { must } from './testing/must.ts'
import { ADVERSARY, actingAs, asAdversary, BUILDER, OPERATOR } from './testing/people.ts'
import { refusalOf } from './testing/refusals.ts'
import { everythingIn } from './testing/snapshot.ts'
import { askForMore } from './verdicts/ask-for-more.ts'

afterAll(removeDatabases)

const phase = 'redfix'
const finding = 'F-redfix-1'
const checked = aCheckedGate()
const fixed = aFixedPhase()
const failed = aFailedFix()
pushedFix(failed)
const cites = [recordedObservation(failed, 'mumble', { output: 'better' }, asAdversary)]
const closed = aCopyOf(failed)
must(closeFinding(closed, asAdversary({ phase, finding, reason: 'Seen.', cites })))

type Act = (db: Db, as: As, words: string) => Result<Recorded>
const TWICE: [string, Db, Actor, Act][] = [
  ['a fix', checked, BUILDER, (db, as, changes) => attachFix(db, as(typedFix('mumble', { changes })))],
  ['a push', fixed, BUILDER, (db, as, how) => updateFix(db, as({ ...typedPush(), how }))],
  ['a plan', checked, OPERATOR, (db, as, text) => recordPlan(db, as({ phase, name: 'plan.md', text }))],
  [
    'a claim that answers a finding',
    failed,
    BUILDER,
    (db, as, text) => fileClaim(db, as({ ...typedClaim(db, {}, 'M2'), answers: [{ finding, text }] })),
  ],
  [
    'asking for more',
    checked,
    ADVERSARY,
    (db, as, text) =>
      askForMore(db, as({ phase, gate: 'M1', failure: 'mumble', digest: claimedDigest(db, 'mumble'), text })),
  ],
  [
    'an answer to a finding',
    failed,
    BUILDER,
    (db, as, words) => addressFinding(db, as({ phase, finding, with: words, cites })),
  ],
  ['closing a finding', failed, ADVERSARY, (db, as, reason) => closeFinding(db, as({ phase, finding, reason, cites }))],
  ['opening a finding again', closed, ADVERSARY, (db, as, reason) => reopenFinding(db, as({ phase, finding, reason }))],
  ['DONE', aPassedFix(), BUILDER, (db, as, words) => declareDone(db, as({ phase, words }))],
]

describe('a form that is submitted twice is one command', () => {
  test.each(TWICE)('%s', (_, begun, actor, act) => {
    const db = aCopyOf(begun)
    const id = randomUUID()
    const as: As = (input, at) => ({ ...actingAs(actor)(input, at), id })
    const first = must(act(db, as, 'Because.'))
    const once = everythingIn(db)
    expect(must(act(db, as, 'Because.'))).toEqual(first)
    expect(everythingIn(db)).toEqual(once)
    expect(refusalOf(db, () => act(db, as, 'Something else.')).reason).toBe('command_reused')
  })
})
