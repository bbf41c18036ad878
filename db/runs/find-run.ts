import { and, eq } from 'drizzle-orm'
import type { Db } from '../db.ts'
import { type AsOf, heldAt } from '../projections/as-of.ts'
import { runs } from '../projections/tables.ts'

export type RunRow = typeof runs.$inferSelect

/** A run by its number, which is unique in the whole record. */
export function findRun(db: Db, number: number, seq: AsOf = null): RunRow | null {
  return (
    db
      .select()
      .from(runs)
      .where(and(eq(runs.number, number), heldAt(runs, seq)))
      .get() ?? null
  )
}
