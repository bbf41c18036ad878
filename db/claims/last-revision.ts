import { and, eq, max } from 'drizzle-orm'
import type { Db } from '../db.ts'
import { claims } from '../projections/tables.ts'

/** 0 when the gate was never claimed. A withdrawn revision keeps its number. */
export function lastRevision(db: Db, phase: string, gate: string): number {
  const row = db
    .select({ revision: max(claims.revision) })
    .from(claims)
    .where(and(eq(claims.phase, phase), eq(claims.gate, gate)))
    .get()
  return row?.revision ?? 0
}
