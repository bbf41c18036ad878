import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '../db.ts'
import { phases } from '../projections/tables.ts'

/** Whether there is such a phase; null means every phase and always holds. */
export function isPhase(db: Db, phase: string | null): boolean {
  if (phase === null) return true
  const row = db
    .select({ phase: phases.phase })
    .from(phases)
    .where(and(eq(phases.phase, phase), isNull(phases.toSeq)))
    .get()
  return row !== undefined
}
