import { and, asc, desc, eq, gt, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { LedgerEntry } from '#lib/ledger/ledger-entry.ts'
import type { Db } from '../db.ts'
import { ledger } from './table.ts'

/** `phases`: those the reader may read; events outside any phase are for everybody. `before`: key of the page, only events before this seq. */
export type EntryFilter = {
  phases: readonly string[]
  phase?: string | undefined
  failure?: string | undefined
  actor?: string | undefined
  kind?: string | undefined
  before?: number | undefined
}

const { seq, kind, actor, role, phase, failure, subject, recordedAt, hash } = ledger
const LINE = { seq, kind, actor, role, phase, failure, subject, recordedAt, hash }

/** Newest first, at most `limit`. */
export function listEntries(db: Db, filter: EntryFilter, limit: number): LedgerEntry[] {
  return db
    .select(LINE)
    .from(ledger)
    .where(and(...conditions(filter)))
    .orderBy(desc(ledger.seq))
    .limit(limit)
    .all()
    .map((row) => ({ ...row, hash: row.hash.toString('hex') }))
}

/** The nearest events before and after that the reader may read; null where there is none. */
export function findNeighbours(
  db: Db,
  at: number,
  phases: readonly string[],
): { before: number | null; after: number | null } {
  const near = (side: SQL, order: SQL) =>
    db
      .select({ seq })
      .from(ledger)
      .where(and(readable(phases), side))
      .orderBy(order)
      .limit(1)
      .get()?.seq ?? null
  return { before: near(lt(seq, at), desc(seq)), after: near(gt(seq, at), asc(seq)) }
}

/** Of so few, their events are found by phase; among more the newest of all are soon some of theirs. */
const FEW_PHASES = 8

/** The `+` keeps SQLite from collecting and sorting every event of many phases to show the last: it walks back from the newest. */
function readable(phases: readonly string[]): SQL | undefined {
  const its = phases.length > FEW_PHASES ? sql`+${phase}` : sql`${phase}`
  return or(isNull(its), inArray(its, [...phases]))
}

function conditions(filter: EntryFilter): (SQL | undefined)[] {
  const { phases, before } = filter
  return [
    readable(phases),
    filter.phase === undefined ? undefined : eq(phase, filter.phase),
    filter.failure === undefined ? undefined : eq(failure, filter.failure),
    filter.actor === undefined ? undefined : eq(actor, filter.actor),
    filter.kind === undefined ? undefined : eq(kind, filter.kind),
    before === undefined ? undefined : lt(seq, before),
  ]
}
