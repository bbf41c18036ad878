import { and, asc, eq } from 'drizzle-orm'
import type { FindingFacts } from '#lib/phases/phase-facts.ts'
import type { Db } from '../db.ts'
import { markOf } from '../phases/mark-of.ts'
import { type AsOf, heldAt } from '../projections/as-of.ts'
import { findings } from '../projections/tables.ts'

/** The findings of a phase in the order in which they were opened, closed ones too, as they stood at `seq`. */
export function listFindings(db: Db, phase: string, seq: AsOf): FindingFacts[] {
  return db
    .select()
    .from(findings)
    .where(and(eq(findings.phase, phase), heldAt(findings, seq)))
    .orderBy(asc(findings.openedSeq))
    .all()
    .map(({ openedSeq, movedBy, movedRole, movedAt, movedWords, movedCites, ...row }) => {
      const { toSeq: _, phase: __, fromSeq, recordedAt: ___, ...finding } = row
      const moved = markOf({ fromSeq, person: movedBy, role: movedRole, recordedAt: movedAt, statedAt: null })
      return {
        ...finding,
        ...markOf({ ...row, fromSeq: openedSeq }),
        moved: { ...moved, words: movedWords, cites: movedCites },
      }
    })
}
