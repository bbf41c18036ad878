import { asc } from 'drizzle-orm'
import type { Db } from '../db.ts'
import { heldAt } from '../projections/as-of.ts'
import { phases } from '../projections/tables.ts'

/** All phases in the order they were opened. */
export function listPhases(db: Db): { phase: string; title: string; recordedAt: string }[] {
  return db
    .select({ phase: phases.phase, title: phases.title, recordedAt: phases.recordedAt })
    .from(phases)
    .where(heldAt(phases, null))
    .orderBy(asc(phases.fromSeq))
    .all()
}
