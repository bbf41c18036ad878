import type { Db } from '../db.ts'
import { sha256 } from '../ledger/hash.ts'
import { readEvent } from '../ledger/read-event.ts'
import { project } from './project.ts'

/** Raise when a projector changes what it writes; a change of the DDL is noticed by itself. */
const PROJECTOR_VERSION = 3
const STATEMENT_BREAK = /;\s*\n/
const VERSION_TABLE =
  'CREATE TABLE IF NOT EXISTS projection_version (version TEXT NOT NULL, tables TEXT NOT NULL) STRICT'

const versionOf = (ddl: string): string => `${PROJECTOR_VERSION}:${sha256(ddl)}`

/** Rebuilds all projections from seq 1 when they were made by another version; otherwise does nothing. */
export function ensureProjections(db: Db, ddl: string): void {
  db.$client.exec(VERSION_TABLE)
  const held = db.$client.prepare<[], { version: string }>('SELECT version FROM projection_version').get()
  if (held?.version !== versionOf(ddl)) rebuildProjections(db, ddl)
}

/** Rebuilds all projections from seq 1, whatever they hold: other processes see the old rows or the new ones. Throws on a busy or full disk. */
export function rebuildProjections(db: Db, ddl: string): void {
  db.$client.transaction(() => rebuild(db, ddl, versionOf(ddl))).immediate()
}

/** Drops, creates and refills; within the caller's transaction, so readers see the old rows or the new ones. */
export function rebuild(db: Db, ddl: string, version: string): void {
  const client = db.$client
  const before = client.prepare<[], { tables: string }>('SELECT tables FROM projection_version').get()
  const tables = tablesIn(ddl)
  // Also those of this DDL: the row that says which there are may be lost.
  for (const table of new Set([...(before ? namesIn(before.tables) : []), ...tables]))
    client.exec(`DROP TABLE IF EXISTS "${table}"`)
  createProjections(db, ddl)
  const events = client.prepare<[], { seq: number; hash: Buffer; body: Buffer }>(
    'SELECT seq, hash, body FROM ledger ORDER BY seq',
  )
  for (const row of events.all()) project(db, readEvent(row))
  client.exec('DELETE FROM projection_version')
  client.prepare('INSERT INTO projection_version (version, tables) VALUES (?, ?)').run(version, tables.join(' '))
}

/** Empty ones, in a database that has none. */
export function createProjections(db: Db, ddl: string): void {
  for (const statement of ddl.split(STATEMENT_BREAK)) if (statement.trim()) db.$client.exec(statement)
}

/** The tables that the DDL makes, in its order. */
export const tablesIn = (ddl: string): string[] =>
  [...ddl.matchAll(/CREATE TABLE `(\w+)`/g)].map(([, name = '']) => name)

const namesIn = (tables: string): string[] => tables.split(' ').filter((name) => /^\w+$/.test(name))
