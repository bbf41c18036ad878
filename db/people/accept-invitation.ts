import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { damagedAt } from '../ledger/damage.ts'
import { immediately, recordAsSystem } from '../ledger/record.ts'
import { invitations } from '../working/tables.ts'
import { addAccount, hasAccount, type NewAccount } from './add-account.ts'
import { addPerson } from './add-person.ts'
import { findInvitation, type Invitation } from './find-invitation.ts'
import { findPerson, type Person } from './find-person.ts'
import { GATEHOUSE } from './invite-first-operator.ts'
import { listPeople } from './list-people.ts'
import { newPersonId } from './new-person-id.ts'

/** `name` is not read where the link is for a person who is here already. */
export type Acceptance = { tokenHash: string; name: string; account: NewAccount }

/**
 * Somebody comes through a one-time link: the link is used up, the person (where new) enters the record with the role it carries,
 * and the account is theirs; all of it or nothing.
 */
export const acceptInvitation = (db: Db, { tokenHash, name, account }: Acceptance, now: Date): Result<Person> =>
  immediately(db, () => {
    const invitation = findUsableInvitation(db, tokenHash, now)
    if (!invitation.ok) return invitation
    if (hasAccount(db, account.email)) {
      return refuse(because('email_taken', invitation.value.role === null ? SIGN_IN_TAKEN : EMAIL_TAKEN, 'email'))
    }
    const person = findOrAddPerson(db, invitation.value, name, now)
    if (!person.ok) return person
    markUsed(db, invitation.value, now)
    addAccount(db, person.value, account, now)
    return person
  })

const EMAIL_TAKEN =
  'Somebody signs in with this address already. If that is you, sign in first and follow the link again: the role is then yours.'
const SIGN_IN_TAKEN = 'Somebody signs in with this address already. A further sign-in needs another one.'
const NAME_TAKEN = 'Somebody here is called so. Add what tells you apart: the name stands beside what you record.'

/** Also refuses while the ledger does not verify: `record` would, and this writes without it. */
export function findUsableInvitation(db: Db, tokenHash: string, now: Date): Result<Invitation> {
  const seq = damagedAt(db)
  if (seq === null) return findInvitation(db, tokenHash, now)
  return refuse(
    because('ledger_damaged', `The ledger does not verify at event ${seq}: nobody can join until it is restored.`),
  )
}

export function markUsed(db: Db, { id }: Pick<Invitation, 'id'>, now: Date): void {
  db.update(invitations).set({ usedAt: now }).where(eq(invitations.id, id)).run()
}

function findOrAddPerson(db: Db, invitation: Invitation, name: string, now: Date): Result<Person> {
  if (invitation.person !== null) {
    const person = findPerson(db, invitation.person)
    if (person === null) throw new Error(`Invitation ${invitation.id} is for ${invitation.person}, whom nobody knows.`)
    recordAsSystem(db, { id: randomUUID(), at: now }, [
      {
        ...{ kind: 'sign-in.added', phase: null, failure: null, subject: person.person, statedAt: null },
        payload: { person: person.person, invitedBy: invitation.invitedBy },
      },
    ])
    return ok(person)
  }
  if (isNameTaken(db, name)) return refuse(because('name_taken', NAME_TAKEN, 'name'))
  const person = newPersonId(db, name)
  const invitedBy = invitation.invitedBy === GATEHOUSE ? null : invitation.invitedBy
  addPerson(db, { person, name, invitedBy, role: { role: invitation.role, phase: invitation.phase } }, now)
  return ok({ person, name })
}

function isNameTaken(db: Db, name: string): boolean {
  const wanted = folded(name)
  return listPeople(db).some((person) => folded(person.name) === wanted)
}

const folded = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')
