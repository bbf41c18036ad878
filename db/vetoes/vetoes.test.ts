import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '../db.ts'
import { withdrawRole } from '../people/withdraw-role.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { must } from '../testing/must.ts'
import { ADVERSARY, asAdversary, asOperator, asSecondAdversary } from '../testing/people.ts'
import { aPhase, aPhaseAlone, factsOf } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { liftVeto } from './lift-veto.ts'
import { raiseVeto } from './raise-veto.ts'

afterAll(removeDatabases)

const phase = 'redfix'
const onM1 = { phase, gate: 'M1', reason: 'Somebody merged.' }
const begun = aPhaseAlone()
aPhase(begun, 'canon')
must(raiseVeto(begun, asAdversary(onM1)))
let db: Db
beforeEach(() => {
  db = aCopyOf(begun)
})

describe('refused, and nothing written', () => {
  test.each<[string, () => ReturnType<typeof raiseVeto>, string]>([
    ['a veto on a gate that is not there', () => raiseVeto(db, asAdversary({ ...onM1, gate: 'M3' })), 'no_such_gate'],
    ['the same veto twice', () => raiseVeto(db, asAdversary({ ...onM1, reason: 'Again.' })), 'vetoed_already'],
    [
      'to lift a veto that does not stand',
      () => liftVeto(db, asAdversary({ phase, veto: 2, reason: 'No.' })),
      'no_such_veto',
    ],
    [
      'to lift another Adversary’s veto',
      () => liftVeto(db, asSecondAdversary({ phase, veto: 1, reason: 'No.' })),
      'not_your_veto',
    ],
    [
      'the Operator lifting the Adversary’s veto',
      () => liftVeto(db, asOperator({ phase, veto: 1, reason: 'No.' })),
      'not_your_veto',
    ],
    [
      'to lift a veto of another phase',
      () => liftVeto(db, asAdversary({ phase: 'canon', veto: 1, reason: 'No.' })),
      'no_such_veto',
    ],
  ])('%s', (_, act, reason) => {
    expect(refusalOf(db, act).reason).toBe(reason)
  })

  test('to lift it twice', () => {
    must(liftVeto(db, asAdversary({ phase, veto: 1, reason: 'Reverted.' })))
    expect(refusalOf(db, () => liftVeto(db, asAdversary({ phase, veto: 1, reason: 'Reverted.' }))).reason).toBe(
      'no_such_veto',
    )
  })
})

test('two people may veto the same gate, and one of them the phase as well; each veto is lifted by itself', () => {
  must(raiseVeto(db, asOperator(onM1)))
  must(raiseVeto(db, asAdversary({ ...onM1, gate: null })))
  must(liftVeto(db, asAdversary({ phase, veto: 1, reason: 'Reverted.' })))
  expect(factsOf(db).vetoes.map(({ veto, gate, person }) => [veto, gate, person])).toEqual([
    [2, 'M1', 'olga'],
    [3, null, 'ada'],
  ])
})

test('what was lifted can be raised again, under a number of its own', () => {
  must(liftVeto(db, asAdversary({ phase, veto: 1, reason: 'Reverted.' })))
  must(raiseVeto(db, asAdversary(onM1)))
  expect(factsOf(db).vetoes).toMatchObject([{ veto: 2 }])
})

test('where who raised it judges here no more, another Adversary lifts it, and nobody else', () => {
  must(
    withdrawRole(
      db,
      asOperator({ holding: { person: ADVERSARY.person, role: 'adversary', phase: null }, reason: 'Left.' }),
    ),
  )
  expect(refusalOf(db, () => liftVeto(db, asOperator({ phase, veto: 1, reason: 'No.' }))).reason).toBe('not_your_veto')
  must(liftVeto(db, asSecondAdversary({ phase, veto: 1, reason: 'Looked.' })))
  expect(factsOf(db).vetoes).toEqual([])
})
