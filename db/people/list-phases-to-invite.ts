import { asc, isNull } from 'drizzle-orm'
import { can } from '#lib/people/permissions.ts'
import type { Db } from '../db.ts'
import { phases } from '../projections/tables.ts'
import { findRole } from './find-role.ts'

/** Where a person may invite: the phases by id, and whether in every phase at once. */
export function listPhasesToInvite(db: Db, person: string): { phases: string[]; everyPhase: boolean } {
  const mayIn = (phase: string | null) => can({ role: findRole(db, person, phase) }, 'person.invite')
  const rows = db
    .select({ phase: phases.phase })
    .from(phases)
    .where(isNull(phases.toSeq))
    .orderBy(asc(phases.fromSeq))
    .all()
  return { phases: rows.map(({ phase }) => phase).filter(mayIn), everyPhase: mayIn(null) }
}
