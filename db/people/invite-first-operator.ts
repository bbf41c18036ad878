import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '../db.ts'
import { immediately } from '../ledger/record.ts'
import { roleGrants } from '../projections/tables.ts'
import { invitations } from '../working/tables.ts'
import { makeLink, type OneTimeLink } from './one-time-link.ts'

/** Who invites where no person does. */
export const GATEHOUSE = 'gatehouse'

/** A fresh link for the first Operator; the ones made before stop working. Null when there is an Operator. */
export const inviteFirstOperator = (db: Db, now: Date): OneTimeLink | null =>
  immediately(db, () => {
    if (hasOperator(db)) return null
    db.delete(invitations)
      .where(and(eq(invitations.invitedBy, GATEHOUSE), isNull(invitations.usedAt)))
      .run()
    return makeLink(db, randomUUID(), { person: null, role: 'operator', phase: null }, GATEHOUSE, now)
  })

export function hasOperator(db: Db): boolean {
  const row = db
    .select({ person: roleGrants.person })
    .from(roleGrants)
    .where(and(eq(roleGrants.role, 'operator'), isNull(roleGrants.phase), isNull(roleGrants.toSeq)))
    .get()
  return row !== undefined
}
