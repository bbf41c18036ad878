import { randomUUID } from 'node:crypto'
import { whyCannotHold } from '#lib/people/why-cannot-hold.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { immediately, recordAsSystem } from '../ledger/record.ts'
import { findUsableInvitation, markUsed } from './accept-invitation.ts'
import { draftRoleGiven } from './draft-role-given.ts'
import { findHoldingFacts } from './find-holding-facts.ts'
import type { Person } from './find-person.ts'

const NO_ROLE = 'This link is for a further sign-in, not for a role. Sign out to follow it.'

/**
 * Somebody who is here already follows a link for somebody new: they get its role as who they are, instead of becoming a second
 * person (who could then be Builder and Adversary at once).
 */
export const acceptRole = (db: Db, tokenHash: string, person: Person, now: Date): Result<Person> =>
  immediately(db, () => {
    const invitation = findUsableInvitation(db, tokenHash, now)
    if (!invitation.ok) return invitation
    if (invitation.value.role === null) return refuse(because('no_role', NO_ROLE))
    const { role, phase } = invitation.value
    const refusal = whyCannotHold(findHoldingFacts(db, person), { role, phase })
    if (refusal !== null) return refuse({ ...refusal, field: null })
    markUsed(db, invitation.value, now)
    recordAsSystem(db, { id: randomUUID(), at: now }, [draftRoleGiven(person.person, { role, phase })])
    return ok(person)
  })
