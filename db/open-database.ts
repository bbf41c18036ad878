import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { Db } from './db.ts'
import { keepStatements } from './keep-statements.ts'
import { projectionsDdl } from './projections/ddl.ts'
import { ensureProjections } from './projections/ensure-projections.ts'

const PRAGMAS = [
  ['journal_mode', 'wal'],
  ['synchronous', 2], // FULL: better-sqlite3 would drop to NORMAL under WAL and a power cut could lose acknowledged events
  ['recursive_triggers', 1], // without it INSERT OR REPLACE walks past the DELETE trigger
  ['foreign_keys', 1],
  ['trusted_schema', 0],
  ['busy_timeout', 5_000], // milliseconds; while it opens nobody waits for anything else, and another process may be making the file
] as const

/** In milliseconds, from when it is open: longer would freeze every stream, so retries wait outside the transaction. */
const BUSY_MS = 100

/**
 * Opens (and creates or migrates) the one SQLite file. Throws a sentence when the runtime is too old or a pragma does not hold,
 * for then nothing that Gatehouse promises about its record would be true.
 */
export function openDatabase(file: string, folder: string = join(process.cwd(), 'db')): Db {
  if (Number(process.versions.napi) < 10) {
    throw new Error(
      `Gatehouse needs Node 22.17 or later; this is ${process.version}. Start it with npm, which brings its own.`,
    )
  }
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const client = new Database(file)
  for (const [name, wanted] of PRAGMAS) {
    client.pragma(`${name} = ${wanted}`)
    const held = client.pragma(name, { simple: true })
    if (held !== wanted && !(file === ':memory:' && name === 'journal_mode'))
      throw new Error(`SQLite does not hold ${name} = ${wanted} (it says ${held}).`)
  }
  client.exec(readFileSync(join(folder, 'ledger/ledger.sql'), 'utf8'))
  const db = Object.assign(drizzle(keepStatements(client)), { $client: client })
  migrate(client, join(folder, 'migrations'))
  ensureProjections(db, projectionsDdl(folder))
  client.pragma(`busy_timeout = ${BUSY_MS}`)
  return db
}

const MIGRATIONS =
  'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)'

/** As Drizzle's own does, save that it looks what is done after it has locked: two processes may open a new file at the same moment. */
function migrate(client: Database.Database, migrationsFolder: string): void {
  const migrations = readMigrationFiles({ migrationsFolder })
  const undone = () => {
    client.exec(MIGRATIONS)
    const done =
      client.prepare<[], number | null>('SELECT max(created_at) FROM __drizzle_migrations').pluck().get() ?? 0
    return migrations.filter(({ folderMillis }) => folderMillis > done)
  }
  if (undone().length === 0) return
  const add = client.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
  const bring = () => {
    for (const { sql, hash, folderMillis } of undone()) {
      for (const statement of sql) client.exec(statement)
      add.run(hash, folderMillis)
    }
  }
  client.transaction(bring).immediate()
}
