import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { MeetObligationInput, OweInput } from '#lib/obligations/inputs.ts'
import type { Db } from '../db.ts'
import { excludeRun } from '../runs/exclude-run.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { attachedRun } from '../testing/evidence.ts'
import { must } from '../testing/must.ts'
import { asAdversary, asBuilder } from '../testing/people.ts'
import { aPhase, aPhaseAlone, factsOf } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { meetObligation } from './meet-obligation.ts'
import { owe } from './owe.ts'

afterAll(removeDatabases)

const phase = 'redfix'
const owed = (different: Partial<OweInput> = {}): OweInput => ({
  ...{ phase, failure: 'mumble', by: 'builder', text: 'A red under load.', before: null },
  ...different,
})
const meeting = (different: Partial<MeetObligationInput> = {}): MeetObligationInput => ({
  ...{ phase, obligation: 1, evidence: null, how: 'Seen.' },
  ...different,
})
const begun = aPhaseAlone()
must(owe(begun, asAdversary(owed())))
let db: Db
beforeEach(() => {
  db = aCopyOf(begun)
})

describe('refused, and nothing written', () => {
  test.each<[string, () => ReturnType<typeof owe>, string]>([
    [
      'to owe for a failure that is not there',
      () => owe(db, asAdversary(owed({ failure: 'keycloak' }))),
      'no_such_failure',
    ],
    ['to owe before a gate that is not there', () => owe(db, asAdversary(owed({ before: 'M3' }))), 'no_such_gate'],
    ['to owe the same twice', () => owe(db, asBuilder(owed())), 'owed_already'],
    ['to meet what is not owed', () => meetObligation(db, asBuilder(meeting({ obligation: 2 }))), 'no_such_obligation'],
    ['the other side saying it is met', () => meetObligation(db, asAdversary(meeting())), 'not_the_debtor'],
    [
      'to meet it by evidence that is not there',
      () => meetObligation(db, asBuilder(meeting({ evidence: '#1' }))),
      'no_such_evidence',
    ],
  ])('%s', (_, act, reason) => {
    expect(refusalOf(db, act).reason).toBe(reason)
  })

  test('to meet what another phase owes', () => {
    const canon = aPhase(db, 'canon')
    expect(refusalOf(db, () => meetObligation(db, asBuilder(meeting({ phase: canon })))).reason).toBe(
      'no_such_obligation',
    )
  })
  test('to meet it twice', () => {
    must(meetObligation(db, asBuilder(meeting())))
    expect(refusalOf(db, () => meetObligation(db, asBuilder(meeting({ how: 'Again.' })))).reason).toBe('met_already')
  })
  test('to meet by words alone what is owed before a gate', () => {
    must(owe(db, asAdversary(owed({ before: 'M1', text: 'Before M1.' }))))
    expect(refusalOf(db, () => meetObligation(db, asBuilder(meeting({ obligation: 2 })))).reason).toBe('no_evidence')
  })
  test('to meet it by what the other side showed', () => {
    const evidence = attachedRun(db, 'mumble', {}, asAdversary)
    expect(refusalOf(db, () => meetObligation(db, asBuilder(meeting({ evidence })))).reason).toBe('not_own_evidence')
  })
  test('to meet it by evidence of another failure', () => {
    const evidence = attachedRun(db, 'gitea')
    expect(refusalOf(db, () => meetObligation(db, asBuilder(meeting({ evidence })))).reason).toBe('other_evidence')
  })
  test('to meet it by a run that was left out', () => {
    const evidence = attachedRun(db, 'mumble')
    must(excludeRun(db, asBuilder({ phase, run: Number(evidence.slice(1)), reason: 'Two deploys at once.' })))
    expect(refusalOf(db, () => meetObligation(db, asBuilder(meeting({ evidence })))).reason).toBe('left_out')
  })
  test('to meet what is owed before a gate by what was on record before it was owed', () => {
    const evidence = attachedRun(db, 'mumble')
    must(owe(db, asAdversary(owed({ before: 'M1', text: 'One more.' }))))
    expect(refusalOf(db, () => meetObligation(db, asBuilder(meeting({ obligation: 2, evidence })))).reason).toBe(
      'older_evidence',
    )
  })
  test('to meet it by evidence of another phase', () => {
    aPhase(db, 'canon')
    const evidence = attachedRun(db, 'mumble', { phase: 'canon' })
    expect(refusalOf(db, () => meetObligation(db, asBuilder(meeting({ evidence })))).reason).toBe('no_such_evidence')
  })
})

describe('recorded', () => {
  test.each<[string, Partial<OweInput>]>([
    ['the same of another failure', { failure: 'gitea' }],
    ['the same of the whole phase', { failure: null }],
    ['the same of the other side', { by: 'adversary' }],
    ['something else', { text: 'A hand probe.' }],
  ])('%s', (_, different) => {
    expect(owe(db, asBuilder(owed(different))).ok).toBe(true)
  })

  test('met by evidence, it stays on record with what met it', () => {
    const evidence = attachedRun(db, 'mumble', { condition: 'load' })
    const { seq } = must(meetObligation(db, asBuilder(meeting({ evidence }))))
    expect(factsOf(db).obligations).toMatchObject([{ obligation: 1, met: { how: 'Seen.', evidence: '#1', seq } }])
  })
  test('when what met it is left out it is owed again, and can be met again', () => {
    const evidence = attachedRun(db, 'mumble', { condition: 'load' })
    must(meetObligation(db, asBuilder(meeting({ evidence }))))
    must(excludeRun(db, asBuilder({ phase, run: 1, reason: 'Two deploys at once.' })))
    expect(factsOf(db).obligations).toMatchObject([{ met: null, undone: '#1' }])
    const next = attachedRun(db, 'mumble', { condition: 'load' })
    must(meetObligation(db, asBuilder(meeting({ evidence: next }))))
    expect(factsOf(db).obligations).toMatchObject([{ met: { evidence: '#2' }, undone: null }])
  })
  test('what was met can be owed again, under a number of its own', () => {
    must(meetObligation(db, asBuilder(meeting())))
    expect(must(owe(db, asAdversary(owed()))).subject).toBe('owed-2')
  })
})
