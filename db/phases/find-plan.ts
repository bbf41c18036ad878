import { and, eq } from 'drizzle-orm'
import type { PlanFacts } from '#lib/phases/phase-facts.ts'
import type { Db } from '../db.ts'
import { type AsOf, heldAt } from '../projections/as-of.ts'
import { plans } from '../projections/tables.ts'
import { markOf } from './mark-of.ts'

const recorded = (db: Db, phase: string, seq: AsOf) =>
  db
    .select()
    .from(plans)
    .where(and(eq(plans.phase, phase), heldAt(plans, seq)))
    .get()

/** The plan as recorded last; null while nobody recorded its text. */
export function findPlan(db: Db, phase: string, seq: AsOf): PlanFacts | null {
  const row = recorded(db, phase, seq)
  return row ? { ...markOf(row), name: row.name, sha256: row.sha256 } : null
}

/** Its text, for reading. */
export const findPlanText = (db: Db, phase: string, seq: AsOf = null): string | null =>
  recorded(db, phase, seq)?.text ?? null
