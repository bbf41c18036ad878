import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '../db.ts'
import { withdrawRole } from '../people/withdraw-role.ts'
import { excludeRun } from '../runs/exclude-run.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { attachedRun, recordedObservation } from '../testing/evidence.ts'
import { aFailedGate, ruledOn } from '../testing/gates.ts'
import { must } from '../testing/must.ts'
import { ADVERSARY, asAdversary, asBuilder, asOperator, asSecondAdversary } from '../testing/people.ts'
import { aPhase, factsOf } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { addressFinding } from './address-finding.ts'
import { closeFinding } from './close-finding.ts'
import { reopenFinding } from './reopen-finding.ts'

afterAll(removeDatabases)

const phase = 'redfix'
const finding = 'F-redfix-1'
const failed = aFailedGate()
aPhase(failed, 'canon')
let db: Db
let own: string
beforeEach(() => {
  db = aCopyOf(failed)
  own = recordedObservation(db, 'mumble', { output: '10.0.0.9 app' }, asAdversary)
})

type Act = () => ReturnType<typeof closeFinding>
const address =
  (different: Partial<Parameters<typeof addressFinding>[1]['input']> = {}): Act =>
  () =>
    addressFinding(db, asBuilder({ phase, finding, with: 'It waits now.', cites: [], ...different }))
const close =
  (different: Partial<Parameters<typeof closeFinding>[1]['input']> = {}, as = asAdversary): Act =>
  () =>
    closeFinding(db, as({ phase, finding, reason: 'Seen green.', cites: [own], ...different }))
const reopen =
  (different: Partial<Parameters<typeof reopenFinding>[1]['input']> = {}, as = asAdversary): Act =>
  () =>
    reopenFinding(db, as({ phase, finding, reason: 'It came back.', ...different }))
const standing = () => factsOf(db).findings.find((held) => held.finding === finding)?.standing

describe('refused, and nothing written', () => {
  test.each<[string, Act, string]>([
    ['to address what is not there', address({ finding: 'F-redfix-9' }), 'no_such_finding'],
    ['to address a finding of another phase', address({ phase: 'canon' }), 'no_such_finding'],
    ['to address with evidence that is not there', address({ cites: ['#99'] }), 'no_such_evidence'],
    ['to address with evidence of another failure', address({ cites: ['code-1'] }), 'other_evidence'],
    ['to close what is not there', close({ finding: 'F-redfix-9' }), 'no_such_finding'],
    ['to close somebody else’s finding', close({}, asSecondAdversary), 'not_your_finding'],
    ['to close on nothing', close({ cites: [] }), 'no_own_evidence'],
    ['to close on what was seen before it was opened', close({ cites: ['#2'] }), 'no_own_evidence'],
    ['to close on the Builder’s evidence', close({ cites: ['#1', 'obs-1'] }), 'no_own_evidence'],
    ['to close on evidence that is not there', close({ cites: ['#99'] }), 'no_such_evidence'],
    ['to close on evidence of another failure', close({ cites: ['code-2'] }), 'other_evidence'],
    ['to open again what is not there', reopen({ finding: 'F-redfix-9' }), 'no_such_finding'],
    ['to open again what is open', reopen(), 'open_already'],
  ])('%s', (_, act, reason) => {
    expect(refusalOf(db, act).reason).toBe(reason)
  })

  test.each<[string, () => Act[], Act, string]>([
    ['to address it twice with the same', () => [address()], address(), 'addressed_already'],
    ['to address what is closed', () => [close()], address(), 'closed_already'],
    ['to close it twice', () => [close()], close(), 'closed_already'],
    ['to open it again twice', () => [close(), reopen()], reopen(), 'open_already'],
    [
      'to close what was opened again on evidence from before that',
      () => [close(), reopen()],
      close(),
      'no_own_evidence',
    ],
  ])('%s', (_, before, act, reason) => {
    for (const done of before()) must(done())
    expect(refusalOf(db, act).reason).toBe(reason)
  })

  test('to close on an own run that was left out', () => {
    own = attachedRun(db, 'mumble', {}, asAdversary)
    must(excludeRun(db, asAdversary({ phase, run: Number(own.slice(1)), reason: 'Two deploys.' })))
    expect(refusalOf(db, close()).reason).toBe('no_own_evidence')
  })
})

test('a finding is addressed, closed and opened again; each step says who, why and with what', () => {
  const moved = () => factsOf(db).findings[0]?.moved
  must(address({ cites: ['#1'] })())
  expect(standing()).toBe('addressed')
  expect(moved()).toMatchObject({ person: 'bob', words: 'It waits now.', cites: ['#1'] })
  must(close()())
  expect(standing()).toBe('closed')
  expect(moved()).toMatchObject({ person: 'ada', words: 'Seen green.', cites: [own] })
  must(reopen({}, asSecondAdversary)())
  expect(standing()).toBe('open')
  expect(moved()).toMatchObject({ person: 'alan', role: 'adversary', words: 'It came back.', cites: [] })
})

test('the Builder may address it anew, with something else', () => {
  must(address()())
  must(address({ with: 'It waits twice as long.' })())
  expect(factsOf(db).findings[0]?.moved.words).toBe('It waits twice as long.')
})

test('another Adversary closes it, on evidence of their own, when who opened it judges here no more', () => {
  const holding = { person: ADVERSARY.person, role: 'adversary', phase: null } as const
  must(withdrawRole(db, asOperator({ holding, reason: 'Left.' })))
  expect(refusalOf(db, close({}, asSecondAdversary)).reason).toBe('no_own_evidence')
  own = recordedObservation(db, 'mumble', { output: '10.0.0.10 app' }, asSecondAdversary)
  must(close({}, asSecondAdversary)())
  expect(standing()).toBe('closed')
})

test('findings are numbered per phase, the closed ones too', () => {
  must(close()())
  ruledOn(db, 'gitea', 'fail')
  expect(factsOf(db).findings.map((held) => held.finding)).toEqual(['F-redfix-1', 'F-redfix-2'])
  expect(factsOf(db, 'canon').findings).toEqual([])
})
