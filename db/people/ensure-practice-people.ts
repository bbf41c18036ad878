import { PRACTICE_PEOPLE, practiceRoles } from '#lib/people/practice-people.ts'
import type { Db } from '../db.ts'
import { immediately } from '../ledger/record.ts'
import { addAccount, hasAccount } from './add-account.ts'
import { addPerson } from './add-person.ts'
import { findPerson } from './find-person.ts'

/** The practice people, each in their role in every phase, with an account that has no password; what is there already stays. */
export const ensurePracticePeople = (db: Db, now: Date): void =>
  immediately(db, () => {
    for (const role of practiceRoles) {
      const { person, name } = PRACTICE_PEOPLE[role]
      if (findPerson(db, person) === null)
        addPerson(db, { person, name, invitedBy: null, role: { role, phase: null } }, now)
      // `.invalid` (RFC 6761) can belong to nobody.
      const email = `${role}@practice.invalid`
      if (!hasAccount(db, email)) addAccount(db, { person, name }, { id: person, email, passwordHash: null }, now)
    }
  })
