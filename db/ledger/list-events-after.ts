import { and, asc, eq, gt } from 'drizzle-orm'
import type { LedgerEvent } from '#lib/ledger/event.ts'
import type { Db } from '../db.ts'
import { readEvent } from './read-event.ts'
import { ledger } from './table.ts'

/** What was recorded in a phase after the event `seq` (0: from the beginning), in order, at most `limit`. */
export const listEventsAfter = (db: Db, phase: string, seq: number, limit: number): LedgerEvent[] =>
  db
    .select()
    .from(ledger)
    .where(and(eq(ledger.phase, phase), gt(ledger.seq, seq)))
    .orderBy(asc(ledger.seq))
    .limit(limit)
    .all()
    .map(readEvent)
