import { getTableName, is, Table } from 'drizzle-orm'
import { ledger } from './ledger/table.ts'
import * as projections from './projections/tables.ts'
import * as working from './working/tables.ts'

const namesIn = (tables: { [name: string]: unknown }): string[] =>
  Object.values(tables).flatMap((table) => (is(table, Table) ? [getTableName(table)] : []))

/**
 * Three classes of tables, and every table is in one (DESIGN 2). The ledger is the truth: appended to, never changed. Projections say the
 * same in a form that can be asked: dropped and rebuilt, never migrated. Working tables are not in the record and no rule reads them.
 */
export const LEDGER_TABLES: readonly string[] = [getTableName(ledger)]
export const PROJECTION_TABLES: readonly string[] = namesIn(projections)
export const WORKING_TABLES: readonly string[] = namesIn(working)

/** Kept by SQLite, by the migrator and by the rebuild for themselves. */
export const BOOKKEEPING_TABLES: readonly string[] = ['projection_version', '__drizzle_migrations', 'sqlite_sequence']
