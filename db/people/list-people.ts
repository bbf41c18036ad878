import { asc, count } from 'drizzle-orm'
import type { RoleIn } from '#lib/people/why-cannot-hold.ts'
import type { Db } from '../db.ts'
import { type AsOf, heldAt } from '../projections/as-of.ts'
import { people, roleGrants } from '../projections/tables.ts'
import { user } from '../working/tables.ts'
import type { Person } from './find-person.ts'

export type PersonWithRoles = Person & { roles: RoleIn[] }

/** Everybody, in the order in which they came, with the roles they held at `seq`. */
export function listPeople(db: Db, seq: AsOf = null): PersonWithRoles[] {
  const grants = db.select().from(roleGrants).where(heldAt(roleGrants, seq)).orderBy(asc(roleGrants.fromSeq)).all()
  const everybody = db.select().from(people).where(heldAt(people, seq)).orderBy(asc(people.fromSeq)).all()
  return everybody.map(({ person, name }) => ({
    person,
    name,
    roles: grants.filter((grant) => grant.person === person).map(({ role, phase }) => ({ role, phase })),
  }))
}

/** How many accounts a person signs in with, now. */
export function countSignIns(db: Db): ReadonlyMap<string, number> {
  const rows = db.select({ person: user.person, accounts: count() }).from(user).groupBy(user.person).all()
  return new Map(rows.map(({ person, accounts }) => [person, accounts]))
}
