import { and, asc, eq } from 'drizzle-orm'
import type { DoneFacts } from '#lib/phases/phase-facts.ts'
import type { Db } from '../db.ts'
import { type AsOf, heldAt } from '../projections/as-of.ts'
import { dones } from '../projections/tables.ts'
import { markOf } from './mark-of.ts'

/** Every DONE that was declared, in order, with what opened the phase again after it. */
export function listDones(db: Db, phase: string, seq: AsOf): DoneFacts[] {
  return db
    .select()
    .from(dones)
    .where(and(eq(dones.phase, phase), heldAt(dones, seq)))
    .orderBy(asc(dones.doneSeq))
    .all()
    .map(({ words, gates, doneSeq, reopenedSeq, reopenedAt, reopenedBecause, ...row }) => ({
      ...markOf({ ...row, fromSeq: doneSeq }),
      words,
      gates,
      reopened:
        reopenedSeq === null || reopenedAt === null
          ? null
          : { seq: reopenedSeq, at: reopenedAt, because: reopenedBecause ?? '' },
    }))
}
