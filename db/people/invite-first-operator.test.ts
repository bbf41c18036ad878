import { expect, test } from 'vitest'
import { acceptInvitation } from './accept-invitation.ts'
import { inviteFirstOperator } from './invite-first-operator.ts'
import { listPeople } from './list-people.ts'
import { hashToken } from './one-time-link.ts'
import { answerOf, emptyDatabase, NOW } from './people-fixture.ts'

const account = { id: 'a', email: 'ada@example.org', passwordHash: 'hashed' }

test('the first Operator comes by a link of Gatehouse itself; an older one stops working', () => {
  const { db, close } = emptyDatabase()
  const first = inviteFirstOperator(db, NOW)
  const second = inviteFirstOperator(db, NOW)
  const accept = (token: string) =>
    acceptInvitation(db, { tokenHash: hashToken(token), name: 'Ada', account: account }, NOW)
  expect(answerOf(accept(first?.token ?? ''))).toMatch(/^There is no such link/)
  expect(accept(second?.token ?? '').ok).toBe(true)
  expect(inviteFirstOperator(db, NOW)).toBeNull()
  expect(listPeople(db)).toMatchObject([{ name: 'Ada', roles: [{ role: 'operator', phase: null }] }])
  close()
})
