import type Database from 'better-sqlite3'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'

/** The handle everything here takes: Drizzle for queries, `$client` for what is hand-written. Made by `openDatabase`. */
export type Db = BetterSQLite3Database<Record<string, never>> & { $client: Database.Database }
