import { and, eq, isNull } from 'drizzle-orm'
import type { LedgerEvent } from '#lib/ledger/event.ts'
import type { Db } from '../../db.ts'
import { dones } from '../tables.ts'
import { end, phaseOf } from './projector.ts'

/** A veto, a FAIL or a finding opened again opens a phase that was DONE (DESIGN 3); the first of them is kept with the DONE that it ended. */
export function reopen(db: Db, event: LedgerEvent, because: string): void {
  const where = and(eq(dones.phase, phaseOf(event)), isNull(dones.toSeq), isNull(dones.reopenedSeq))
  for (const held of db.select().from(dones).where(where).all()) {
    end(db, dones, and(eq(dones.phase, held.phase), eq(dones.doneSeq, held.doneSeq)), event.seq)
    db.insert(dones)
      .values({
        ...held,
        reopenedSeq: event.seq,
        reopenedAt: event.recordedAt,
        reopenedBecause: because,
        fromSeq: event.seq,
      })
      .run()
  }
}
