import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { LedgerEvent } from '#lib/ledger/event.ts'
import type { EventKind } from '#lib/ledger/payloads.ts'
import type { Db } from '../../db.ts'
import { failures } from '../tables.ts'

export type Projectors<Kind extends EventKind> = { [K in Kind]: (db: Db, event: LedgerEvent<K>) => void }

/** For events that change no projection: they are read on the timeline. */
export const onlyOnTheTimeline = () => {}

/** Ends the rows that still hold; they stay for "as of". */
export function end(db: Db, table: SQLiteTable & { toSeq: SQLiteColumn }, where: SQL | undefined, seq: number): void {
  db.run(sql`UPDATE ${table} SET to_seq = ${seq} WHERE ${and(where, isNull(table.toSeq))}`)
}

export function born({ seq, actor, role, recordedAt, statedAt }: LedgerEvent) {
  return { fromSeq: seq, person: actor, role, recordedAt, statedAt }
}

export function phaseOf({ seq, kind, phase }: LedgerEvent): string {
  if (phase === null) throw new Error(`Event ${seq} (${kind}) names no phase.`)
  return phase
}

export const place = (event: LedgerEvent) => ({ phase: phaseOf(event), failure: event.failure })

export function placeOfFailure(event: LedgerEvent): { phase: string; failure: string } {
  if (event.failure === null) throw new Error(`Event ${event.seq} (${event.kind}) names no failure.`)
  return { phase: phaseOf(event), failure: event.failure }
}

export const openFailure = (event: LedgerEvent) =>
  and(eq(failures.phase, phaseOf(event)), eq(failures.failure, event.failure ?? ''), isNull(failures.toSeq))
