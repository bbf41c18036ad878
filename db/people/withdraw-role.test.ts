import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '#lib/people/roles.ts'
import type { Db } from '../db.ts'
import { findEvent, headSeq } from '../ledger/list-events.ts'
import { findRole } from './find-role.ts'
import { giveRole } from './give-role.ts'
import { listPeople } from './list-people.ts'
import { answerOf, by, peopledDatabase } from './people-fixture.ts'
import { withdrawRole } from './withdraw-role.ts'

let db: Db
let close: () => void
beforeEach(() => {
  ;({ db, close } = peopledDatabase())
})
afterEach(() => close())

describe('withdrawing a role', () => {
  const withdrawal = (person: string, role: Role, phase: string | null) => ({
    holding: { person, role, phase },
    reason: 'moves on',
  })

  test('ends it, with the reason, and what was before can still be read', () => {
    const before = headSeq(db)
    expect(withdrawRole(db, by('op', withdrawal('bo', 'builder', 'redfix'))).ok).toBe(true)
    expect(findRole(db, 'bo', 'redfix')).toBeNull()
    expect(listPeople(db, before).find(({ person }) => person === 'bo')?.roles).toEqual([
      { role: 'builder', phase: 'redfix' },
    ])
    expect(findEvent(db, headSeq(db))).toMatchObject({ kind: 'role.withdrawn', payload: { reason: 'moves on' } })
  })

  test.each<[string, string, ReturnType<typeof withdrawal>, string]>([
    [
      'of the last Operator',
      'op',
      withdrawal('op', 'operator', null),
      'This is the last Operator: give the role to somebody else first.',
    ],
    ['that is not held', 'op', withdrawal('bo', 'builder', null), 'Bo is not Builder in every phase.'],
    [
      'by the Builder',
      'bo',
      withdrawal('op', 'operator', null),
      'Only the Operator may do this; you have no role in this phase.',
    ],
  ])('is refused %s', (_, actor, input, why) => {
    expect(answerOf(withdrawRole(db, by(actor, input)))).toBe(why)
  })

  test('of an Operator is taken once there is another of every phase; one of a single phase does not count', () => {
    giveRole(db, by('op', { person: 'bo', role: 'operator', phase: 'redfix' }))
    expect(withdrawRole(db, by('op', withdrawal('op', 'operator', null))).ok).toBe(false)
    giveRole(db, by('op', { person: 'bo', role: 'operator', phase: null }))
    expect(withdrawRole(db, by('op', withdrawal('op', 'operator', null))).ok).toBe(true)
  })
})
