import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '#lib/people/roles.ts'
import { ok } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { headSeq, listEvents } from '../ledger/list-events.ts'
import { record } from '../ledger/record.ts'
import { addPerson } from './add-person.ts'
import { listHeldRoles } from './find-holding-facts.ts'
import { giveRole } from './give-role.ts'
import { answerOf, by, NOW, openPhase, peopledDatabase } from './people-fixture.ts'
import { withdrawRole } from './withdraw-role.ts'

let db: Db
let close: () => void
beforeEach(() => {
  ;({ db, close } = peopledDatabase())
})
afterEach(() => close())

describe('giving a role', () => {
  test('is recorded with who gave it, and holds at once', () => {
    expect(giveRole(db, by('op', { person: 'bo', role: 'stakeholder', phase: null })).ok).toBe(true)
    expect(listHeldRoles(db, 'bo')).toContainEqual({ role: 'stakeholder', phase: null })
    expect(listEvents(db, {}, 1)[0]).toMatchObject({ kind: 'role.given', actor: 'op', role: 'operator' })
  })

  test('an Operator of one phase gives roles there and nowhere else', () => {
    openPhase(db, 'canon')
    giveRole(db, by('op', { person: 'bo', role: 'operator', phase: 'canon' }))
    addPerson(db, { person: 'ann', name: 'Ann', invitedBy: null, role: { role: 'stakeholder', phase: 'redfix' } }, NOW)
    expect(giveRole(db, by('bo', { person: 'ann', role: 'adversary', phase: 'canon' })).ok).toBe(true)
    expect(answerOf(giveRole(db, by('bo', { person: 'ann', role: 'adversary', phase: 'redfix' })))).toMatch(
      /^Only the Operator/,
    )
    expect(answerOf(giveRole(db, by('bo', { person: 'ann', role: 'adversary', phase: null })))).toMatch(
      /^Only the Operator/,
    )
  })

  test.each<[string, string, { person: string; role: Role; phase: string | null }, string]>([
    [
      'by the Builder',
      'bo',
      { person: 'bo', role: 'operator', phase: 'redfix' },
      'Only the Operator may do this; you are the Builder here.',
    ],
    [
      'by a stranger',
      'nobody',
      { person: 'bo', role: 'operator', phase: null },
      'Only the Operator may do this; you have no role in this phase.',
    ],
    ['to nobody', 'op', { person: 'nobody', role: 'builder', phase: null }, 'Nobody here is known by this id.'],
    ['in a phase that is not', 'op', { person: 'bo', role: 'builder', phase: 'nowhere' }, 'There is no phase nowhere.'],
    ['that is held', 'op', { person: 'bo', role: 'builder', phase: 'redfix' }, 'Bo is Builder in redfix already.'],
    [
      'of the other side',
      'op',
      { person: 'bo', role: 'adversary', phase: 'redfix' },
      'Bo is Builder in redfix, and nobody is Builder and Adversary in one phase.',
    ],
    [
      'of the other side in every phase',
      'op',
      { person: 'bo', role: 'adversary', phase: null },
      'Bo is Builder in redfix, and nobody is Builder and Adversary in one phase.',
    ],
  ])('is refused %s, and nothing is recorded', (_, actor, input, why) => {
    const before = headSeq(db)
    expect(answerOf(giveRole(db, by(actor, input)))).toBe(why)
    expect(headSeq(db)).toBe(before)
  })

  test('who acted as Builder does not become Adversary there by changing hats', () => {
    const note = { kind: 'note.written', phase: 'redfix', failure: null, subject: null, statedAt: null } as const
    const payload = { note: 'log', text: 'built', imported: null } as const
    record(db, by('bo', {}), { phase: 'redfix', permission: 'note.write' }, () => ok([{ ...note, payload }]))
    withdrawRole(db, by('op', { holding: { person: 'bo', role: 'builder', phase: 'redfix' }, reason: 'moves on' }))
    expect(answerOf(giveRole(db, by('op', { person: 'bo', role: 'adversary', phase: 'redfix' })))).toBe(
      'Bo has acted as Builder in redfix, and nobody is Builder and Adversary in one phase.',
    )
  })
})
