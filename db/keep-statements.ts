import type Database from 'better-sqlite3'

/** SQL texts of one connection at most: a list of names in a query makes a text of its own for each length. The oldest goes first. */
const MOST_TEXTS = 400

/**
 * The same connection for Drizzle, which prepares its SQL anew at each call: here a text is prepared once. Only for Drizzle, which says
 * before each reading in which form it wants the rows; hand-written SQL keeps its modes (`pluck`, `raw`) on a statement of its own.
 * SQLite prepares a kept statement again by itself when the tables were made anew.
 */
export function keepStatements(client: Database.Database): Database.Database {
  const kept = new Map<string, Database.Statement>()
  const prepare = (sql: string): Database.Statement => {
    const statement = kept.get(sql) ?? client.prepare(sql)
    // A form that an earlier query asked for does not stay.
    if (statement.reader) statement.raw(false)
    if (kept.has(sql)) return statement
    const [oldest] = kept.size < MOST_TEXTS ? [] : kept.keys()
    if (oldest !== undefined) kept.delete(oldest)
    kept.set(sql, statement)
    return statement
  }
  return Object.create(client, { prepare: { value: prepare } })
}
