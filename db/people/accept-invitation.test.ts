import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Role } from '#lib/people/roles.ts'
import type { Db } from '../db.ts'
import { markDamaged } from '../ledger/damage.ts'
import { findEvent, headSeq, listEvents } from '../ledger/list-events.ts'
import { user } from '../working/tables.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { findInvitation } from './find-invitation.ts'
import { findRole } from './find-role.ts'
import { giveRole } from './give-role.ts'
import { invite, inviteFurtherSignIn } from './invite.ts'
import { hashToken, LINK_LIFETIME_MS } from './one-time-link.ts'
import { answerOf, by, NOW, peopledDatabase } from './people-fixture.ts'
import { withdrawRole } from './withdraw-role.ts'

let db: Db
let close: () => void
beforeEach(() => {
  ;({ db, close } = peopledDatabase())
})
afterEach(() => close())

const later = (ms: number) => new Date(NOW.getTime() + ms)
const account = (email: string) => ({ id: randomUUID(), email, passwordHash: 'hashed' })

function invited(role: Role, phase: string | null): string {
  const link = invite(db, by('op', { role, phase }))
  if (!link.ok) throw new Error(link.refusal.sentence)
  return hashToken(link.value.token)
}

const joinBy = (tokenHash: string, name = 'Ada', email = 'ada@example.org', now = NOW) =>
  acceptInvitation(db, { tokenHash, name, account: account(email) }, now)

test('lets one person in with its role, and names who invited', () => {
  const joined = joinBy(invited('adversary', 'redfix'))
  const person = joined.ok ? joined.value.person : ''
  expect(person).toMatch(/^ada-[0-9a-f]{4}$/)
  expect(findRole(db, person, 'redfix')).toBe('adversary')
  expect(listEvents(db, { kinds: ['person.added'] }, 1)[0]).toMatchObject({
    actor: 'gatehouse',
    payload: { person, invitedBy: 'op' },
  })
  expect(db.select().from(user).all()).toMatchObject([{ person, email: 'ada@example.org', name: 'Ada' }])
})

test('is kept as a hash only', () => {
  const link = invite(db, by('op', { role: 'builder', phase: null }))
  const dump = db.$client.prepare('SELECT * FROM invitations').all()
  expect(link.ok && JSON.stringify(dump).includes(link.value.token)).toBe(false)
})

test('works once', () => {
  const link = invited('adversary', 'redfix')
  joinBy(link)
  expect(answerOf(joinBy(link, 'Eve', 'eve@example.org'))).toBe(
    'This link was used 2026-06-18 00:25Z, and works once. Whoever joined can sign in.',
  )
})

test('works until one millisecond before its seven days are over', () => {
  const link = invited('adversary', 'redfix')
  expect(findInvitation(db, link, later(LINK_LIFETIME_MS - 1)).ok).toBe(true)
  expect(answerOf(joinBy(link, 'Ada', 'ada@example.org', later(LINK_LIFETIME_MS)))).toBe(
    'This link expired 2026-06-25 00:25Z. Ask the Operator for a new one.',
  )
})

test('stops working when whoever made it may no longer invite', () => {
  const link = invited('adversary', 'redfix')
  giveRole(db, by('op', { person: 'bo', role: 'operator', phase: null }))
  withdrawRole(db, by('bo', { holding: { person: 'op', role: 'operator', phase: null }, reason: 'left' }))
  expect(answerOf(joinBy(link))).toBe('Whoever made this link may no longer invite. Ask the Operator for a new one.')
})

test.each<[string, () => ReturnType<typeof joinBy>, RegExp]>([
  ['nobody made', () => joinBy(hashToken('guessed')), /^There is no such link/],
  [
    'with an address that signs in already',
    () => {
      joinBy(invited('builder', 'redfix'))
      return joinBy(invited('builder', 'redfix'), 'Eve')
    },
    /signs in with this address already/,
  ],
  [
    'under the name of somebody else',
    () => joinBy(invited('builder', 'redfix'), ' oLGA '.trim()),
    /^Somebody here is called so/,
  ],
  [
    'while the ledger does not verify',
    () => {
      const link = invited('builder', 'redfix')
      markDamaged(db, 2)
      return joinBy(link)
    },
    /does not verify at event 2/,
  ],
])('refuses one %s, and nothing is recorded', (_, attempt, why) => {
  const result = attempt()
  expect(answerOf(result)).toMatch(why)
  expect(db.select().from(user).all().length).toBeLessThanOrEqual(1)
})

test('is refused to who may not invite, and for a phase that is not', () => {
  expect(answerOf(invite(db, by('bo', { role: 'builder', phase: 'redfix' })))).toMatch(/^Only the Operator/)
  expect(answerOf(inviteFurtherSignIn(db, by('bo', { person: 'op' })))).toMatch(/^Only the Operator/)
  expect(answerOf(invite(db, by('op', { role: 'builder', phase: 'nowhere' })))).toBe('There is no phase nowhere.')
  expect(answerOf(inviteFurtherSignIn(db, by('op', { person: 'nobody' })))).toBe('Nobody here is known by this id.')
})

test('is made once per form', () => {
  const command = by('op', { role: 'builder' as const, phase: 'redfix' })
  expect(invite(db, command).ok).toBe(true)
  expect(answerOf(invite(db, command))).toMatch(/was shown once already/)
})

test('for a further sign-in adds an account to the same person, and the record says so', () => {
  const link = inviteFurtherSignIn(db, by('op', { person: 'bo' }))
  const before = headSeq(db)
  const joined = link.ok ? joinBy(hashToken(link.value.token), '', 'bo@second.example') : link
  expect(joined.ok && joined.value).toEqual({ person: 'bo', name: 'Bo' })
  expect(headSeq(db)).toBe(before + 1)
  expect(findEvent(db, before + 1)?.kind).toBe('sign-in.added')
})
