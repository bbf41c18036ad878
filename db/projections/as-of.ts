import { and, gt, isNull, lte, or, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'

/** Null: now. A number: as the record stood right after that event. */
export type AsOf = number | null

/** The rows that held at `seq`. */
export function heldAt(table: { fromSeq: SQLiteColumn; toSeq: SQLiteColumn }, seq: AsOf): SQL | undefined {
  if (seq === null) return isNull(table.toSeq)
  return and(lte(table.fromSeq, seq), or(isNull(table.toSeq), gt(table.toSeq, seq)))
}
