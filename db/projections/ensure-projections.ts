import type { Db } from '../db.ts'
import { sha256 } from '../ledger/hash.ts'
import { readEvent } from '../ledger/read-event.ts'
import { project } from './project.ts'

/** Raise when a projector changes what it writes; a change of the DDL is noticed by itself. */
const PROJECTOR_VERSION = 1
const STATEMENT_BREAK = /;\s*\n/

/** Rebuilds all projections from seq 1 when they were made by another version; otherwise does nothing. */
export function ensureProjections(db: Db, ddl: string): void {
  const version = `${PROJECTOR_VERSION}:${sha256(ddl)}`
  db.$client.exec('CREATE TABLE IF NOT EXISTS projection_version (version TEXT NOT NULL, tables TEXT NOT NULL) STRICT')
  const held = db.$client.prepare<[], { version: string }>('SELECT version FROM projection_version').get()
  if (held?.version !== version) db.$client.transaction(() => rebuild(db, ddl, version)).immediate()
}

/** Drops, creates and refills; within the caller's transaction, so readers see the old rows or the new ones. */
export function rebuild(db: Db, ddl: string, version: string): void {
  const client = db.$client
  const before = client.prepare<[], { tables: string }>('SELECT tables FROM projection_version').get()
  for (const table of before ? namesIn(before.tables) : []) client.exec(`DROP TABLE IF EXISTS "${table}"`)
  for (const statement of ddl.split(STATEMENT_BREAK)) if (statement.trim()) client.exec(statement)
  const events = client.prepare<[], { seq: number; hash: Buffer; body: Buffer }>(
    'SELECT seq, hash, body FROM ledger ORDER BY seq',
  )
  for (const row of events.all()) project(db, readEvent(row))
  client.exec('DELETE FROM projection_version')
  const tables = [...ddl.matchAll(/CREATE TABLE `(\w+)`/g)].map(([, name]) => name)
  client.prepare('INSERT INTO projection_version (version, tables) VALUES (?, ?)').run(version, tables.join(' '))
}

const namesIn = (tables: string): string[] => tables.split(' ').filter((name) => /^\w+$/.test(name))
