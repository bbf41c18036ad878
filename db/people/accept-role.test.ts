import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '#lib/people/roles.ts'
import type { Result } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { acceptRole } from './accept-role.ts'
import { listHeldRoles } from './find-holding-facts.ts'
import { findInvitation } from './find-invitation.ts'
import { invite, inviteFurtherSignIn } from './invite.ts'
import { listPeople } from './list-people.ts'
import { hashToken, type OneTimeLink } from './one-time-link.ts'
import { answerOf, by, NOW, peopledDatabase } from './people-fixture.ts'

let db: Db
let close: () => void
beforeEach(() => {
  ;({ db, close } = peopledDatabase())
})
afterEach(() => close())

const hashOf = (link: Result<OneTimeLink>): string => (link.ok ? hashToken(link.value.token) : '')
const linkFor = (role: Role, phase: string | null) => hashOf(invite(db, by('op', { role, phase })))

describe('somebody who is here follows a link for a role', () => {
  const bo = { person: 'bo', name: 'Bo' }

  test('they get it as who they are', () => {
    expect(acceptRole(db, linkFor('stakeholder', null), bo, NOW).ok).toBe(true)
    expect(listHeldRoles(db, 'bo')).toContainEqual({ role: 'stakeholder', phase: null })
    expect(listPeople(db)).toHaveLength(2)
  })

  test('they do not become Builder and Adversary, and the link stays open', () => {
    const link = linkFor('adversary', 'redfix')
    expect(answerOf(acceptRole(db, link, bo, NOW))).toBe(
      'Bo is Builder in redfix, and nobody is Builder and Adversary in one phase.',
    )
    expect(findInvitation(db, link, NOW).ok).toBe(true)
  })

  test('a link for a further sign-in gives them nothing', () => {
    expect(answerOf(acceptRole(db, hashOf(inviteFurtherSignIn(db, by('op', { person: 'bo' }))), bo, NOW))).toMatch(
      /not for a role/,
    )
  })
})
