import { isDeepStrictEqual } from 'node:util'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Db } from '../db.ts'
import { keepStatements } from '../keep-statements.ts'
import { readEvent } from '../ledger/read-event.ts'
import { createProjections, tablesIn } from './ensure-projections.ts'
import { project } from './project.ts'

/** `differing`: tables that do not say what the ledger says. `unreadable`: the first event that no projector understands; nothing was compared then. */
export type Comparison = { differing: string[] } | { unreadable: number }

type Row = { seq: number; hash: Buffer; body: Buffer }

/** Events projected, and rows compared, at once, so that a caller can yield between slices. */
const SLICE = 250

/**
 * Projects the ledger a second time, into memory, and lays every projection beside it: rows, columns, indexes, triggers. Events that are
 * appended meanwhile are taken along. Yields the seq it has come to. Writes nothing.
 */
export function* compareProjections(db: Db, ddl: string): Generator<number, Comparison> {
  const fresh = inMemory()
  try {
    createProjections(fresh, ddl)
    const events = db.$client.prepare<[number, number], Row>(
      'SELECT seq, hash, body FROM ledger WHERE seq > ? ORDER BY seq LIMIT ?',
    )
    let seq = 0
    const projectSlice = (): number => {
      const rows = events.all(seq, SLICE)
      fresh.$client.transaction(() => {
        for (const row of rows) {
          seq = row.seq
          project(fresh, readEvent(row))
        }
      })()
      return rows.length
    }
    try {
      while (projectSlice() === SLICE) yield seq
    } catch {
      return { unreadable: seq }
    }
    const differing: string[] = []
    for (const table of tablesIn(ddl)) {
      if (!isDeepStrictEqual(schemaOf(db, table), schemaOf(fresh, table))) {
        differing.push(table)
        continue
      }
      const there = rowsOf(db, table)
      const here = rowsOf(fresh, table)
      for (let same = true, more = true; same && more; ) {
        // One snapshot of the file: the events up to its head, and the rows that they made.
        db.$client.transaction(() => {
          while (projectSlice() === SLICE);
          const rows = there()
          same = isDeepStrictEqual(rows, here())
          more = rows.length === SLICE
        })()
        if (!same) differing.push(table)
        yield seq
      }
    }
    return { differing }
  } finally {
    fresh.$client.close()
  }
}

function inMemory(): Db {
  const client = new Database(':memory:')
  return Object.assign(drizzle(keepStatements(client)), { $client: client })
}

const schemaOf = (db: Db, table: string): unknown[] =>
  db.$client.prepare('SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = ? ORDER BY type, name').all(table)

/** The next slice at each call, in the order of insertion, which a rebuild repeats. */
function rowsOf(db: Db, table: string): () => unknown[][] {
  const slice = db.$client
    .prepare<[number, number], [number, ...unknown[]]>(
      `SELECT rowid, * FROM "${table}" WHERE rowid > ? ORDER BY rowid LIMIT ?`,
    )
    .raw()
  let after = Number.MIN_SAFE_INTEGER
  return () => {
    const rows = slice.all(after, SLICE)
    after = rows.at(-1)?.[0] ?? after
    return rows.map(([, ...columns]) => columns)
  }
}
