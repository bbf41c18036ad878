import type { Db } from '../db.ts'
import { LEDGER_TABLES, PROJECTION_TABLES, WORKING_TABLES } from '../table-classes.ts'

export type Rows = { [table: string]: string[] }

/** Every row of these tables as text, sorted, so that two databases can be laid side by side whatever order they were written in. */
export function rowsOf(db: Db, tables: readonly string[]): Rows {
  return Object.fromEntries(
    tables.map((table) => {
      const rows = db.$client.prepare(`SELECT * FROM "${table}"`).all()
      return [table, rows.map((row) => JSON.stringify(row)).sort()]
    }),
  )
}

export const projectionsOf = (db: Db): Rows => rowsOf(db, PROJECTION_TABLES)
/** The whole content: after a refusal it is what it was before. */
export const everythingIn = (db: Db): Rows => rowsOf(db, [...LEDGER_TABLES, ...PROJECTION_TABLES, ...WORKING_TABLES])
