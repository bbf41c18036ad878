import { count, eq } from 'drizzle-orm'
import type { EventKind } from '#lib/ledger/payloads.ts'
import type { Db } from '../db.ts'
import { ledger } from './table.ts'

/** The number the next thing of a kind gets: one more than were ever recorded, so none is given twice. Only within the write's transaction. */
export function nextNumber(db: Db, kind: EventKind): number {
  const row = db.select({ recorded: count() }).from(ledger).where(eq(ledger.kind, kind)).get()
  return (row?.recorded ?? 0) + 1
}
