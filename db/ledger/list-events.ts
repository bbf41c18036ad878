import { and, desc, eq, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { LedgerEvent } from '#lib/ledger/event.ts'
import type { EventKind } from '#lib/ledger/payloads.ts'
import type { Role } from '#lib/people/roles.ts'
import type { Db } from '../db.ts'
import { readEvent } from './read-event.ts'
import { ledger } from './table.ts'

/** `failure` also brings the phase's events about all failures (claims, verdicts, vetoes): they belong on its timeline. */
export type EventFilter = {
  phase?: string | undefined
  failure?: string | undefined
  actor?: string | undefined
  role?: Role | undefined
  kinds?: readonly EventKind[] | undefined
  /** Key of the page: only events before this seq. */
  before?: number | undefined
  /** "As of": only events up to and with this seq. */
  upTo?: number | undefined
}

const ABOUT_ALL: EventKind[] = ['claim.filed', 'claim.withdrawn', 'verdict.recorded', 'veto.raised', 'veto.lifted']

/**
 * The `+` keeps SQLite from walking a whole phase backwards until it has found enough events of a rare kind: it takes the index on the
 * kinds and sorts what it found there, numbers only.
 */
const SORTED = sql`+${ledger.seq} DESC`
// The same for the actor within a phase: a person's events of all phases are more than a phase's of one kind.

/** Newest first, at most `limit`. */
export function listEvents(db: Db, filter: EventFilter, limit: number): LedgerEvent[] {
  const found = db
    .select({ seq: ledger.seq })
    .from(ledger)
    .where(and(...conditions(filter)))
    .orderBy(filter.kinds === undefined ? desc(ledger.seq) : SORTED)
    .limit(limit)
  return db.select().from(ledger).where(inArray(ledger.seq, found)).orderBy(desc(ledger.seq)).all().map(readEvent)
}

export function findEvent(db: Db, seq: number): LedgerEvent | null {
  const row = db.select().from(ledger).where(eq(ledger.seq, seq)).get()
  return row ? readEvent(row) : null
}

/** The last recorded event of a phase, or of all; 0 when there is none. */
export function headSeq(db: Db, phase?: string): number {
  const row = db
    .select({ seq: ledger.seq })
    .from(ledger)
    .where(phase === undefined ? undefined : eq(ledger.phase, phase))
    .orderBy(desc(ledger.seq))
    .limit(1)
    .get()
  return row?.seq ?? 0
}

function conditions(filter: EventFilter): (SQL | undefined)[] {
  const { phase, failure, actor, role, kinds, before, upTo } = filter
  return [
    phase === undefined ? undefined : eq(ledger.phase, phase),
    failure === undefined
      ? undefined
      : or(eq(ledger.failure, failure), and(isNull(ledger.failure), inArray(ledger.kind, ABOUT_ALL))),
    actor === undefined ? undefined : phase === undefined ? eq(ledger.actor, actor) : sql`+${ledger.actor} = ${actor}`,
    role === undefined ? undefined : eq(ledger.role, role),
    kinds === undefined ? undefined : inArray(ledger.kind, [...kinds]),
    before === undefined ? undefined : lt(ledger.seq, before),
    upTo === undefined ? undefined : lte(ledger.seq, upTo),
  ]
}
