import { and, asc, eq } from 'drizzle-orm'
import type { FixFacts } from '#lib/phases/phase-facts.ts'
import type { Db } from '../db.ts'
import { markOf } from '../phases/mark-of.ts'
import { type AsOf, heldAt } from '../projections/as-of.ts'
import { fixes } from '../projections/tables.ts'

/** The fixes of a phase in the order in which they were attached, as they stood at `seq`. */
export function listFixes(db: Db, phase: string, seq: AsOf): FixFacts[] {
  return db
    .select()
    .from(fixes)
    .where(and(eq(fixes.phase, phase), heldAt(fixes, seq)))
    .orderBy(asc(fixes.fix))
    .all()
    .map(({ attachedSeq, saidBy, saidRole, saidAt, saidSeq, ...row }) => {
      const { toSeq: _, phase: __, fromSeq: ___, recordedAt: ____, ...fix } = row
      const said = { fromSeq: saidSeq, person: saidBy, role: saidRole, recordedAt: saidAt, statedAt: null }
      return { ...fix, ...markOf({ ...row, fromSeq: attachedSeq }), said: markOf(said) }
    })
}
