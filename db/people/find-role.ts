import { and, eq, isNull, or } from 'drizzle-orm'
import type { Role } from '#lib/people/roles.ts'
import type { Db } from '../db.ts'
import { roleGrants } from '../projections/tables.ts'

/** A person's role in a phase: one given for it, else one given for every phase; null when they have none. Phase null: only the latter. */
export function findRole(db: Db, person: string, phase: string | null): Role | null {
  const scope = phase === null ? isNull(roleGrants.phase) : or(eq(roleGrants.phase, phase), isNull(roleGrants.phase))
  const grants = db
    .select({ role: roleGrants.role, phase: roleGrants.phase })
    .from(roleGrants)
    .where(and(eq(roleGrants.person, person), isNull(roleGrants.toSeq), scope))
    .all()
  const own = grants.filter((grant) => grant.phase !== null)
  const held = (own.length > 0 ? own : grants).map((grant) => grant.role)
  return STRONGEST_FIRST.find((role) => held.includes(role)) ?? null
}

// Who was given several roles acts in the one that can do most; Builder and Adversary never meet here (giving both is refused).
const STRONGEST_FIRST = ['operator', 'adversary', 'builder', 'stakeholder'] as const satisfies readonly Role[]
