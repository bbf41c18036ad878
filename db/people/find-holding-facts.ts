import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Role } from '#lib/people/roles.ts'
import type { HoldingFacts, RoleIn } from '#lib/people/why-cannot-hold.ts'
import type { Db } from '../db.ts'
import { ledger } from '../ledger/table.ts'
import { roleGrants } from '../projections/tables.ts'

/** What decides whether a person may hold one more role. */
export const findHoldingFacts = (db: Db, { person, name }: { person: string; name: string }): HoldingFacts => ({
  name,
  held: listHeldRoles(db, person),
  actedAs: listActedRoles(db, person),
})

export function listHeldRoles(db: Db, person: string): RoleIn[] {
  return db
    .select({ role: roleGrants.role, phase: roleGrants.phase })
    .from(roleGrants)
    .where(and(eq(roleGrants.person, person), isNull(roleGrants.toSeq)))
    .all()
}

// Only the two roles that exclude each other matter here, and only within phases.
const EXCLUSIVE: readonly Role[] = ['builder', 'adversary']

function listActedRoles(db: Db, person: string): RoleIn[] {
  const rows = db
    .selectDistinct({ role: ledger.role, phase: ledger.phase })
    .from(ledger)
    .where(and(eq(ledger.actor, person), isNotNull(ledger.phase), inArray(ledger.role, [...EXCLUSIVE])))
    .all()
  return rows.flatMap(({ role, phase }) =>
    EXCLUSIVE.filter((known) => known === role).map((known) => ({ role: known, phase })),
  )
}
