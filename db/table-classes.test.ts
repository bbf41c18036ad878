import { readFileSync } from 'node:fs'
import { is, SQL, Table } from 'drizzle-orm'
import { getTableConfig, SQLiteSyncDialect, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterAll, describe, expect, test } from 'vitest'
import { ledger } from './ledger/table.ts'
import * as projections from './projections/tables.ts'
import { BOOKKEEPING_TABLES, LEDGER_TABLES, PROJECTION_TABLES, WORKING_TABLES } from './table-classes.ts'
import { anEmptyDatabase, removeDatabases } from './testing/databases.ts'
import * as working from './working/tables.ts'

const db = anEmptyDatabase()
afterAll(removeDatabases)

const classes = { ledger: LEDGER_TABLES, projections: PROJECTION_TABLES, working: WORKING_TABLES }

test('every table of the database is in exactly one class', () => {
  const tables = db.$client.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all()
  const known = Object.values(classes).flat()
  expect(tables.filter((table) => !BOOKKEEPING_TABLES.includes(table)).sort()).toEqual(known.toSorted())
  expect(new Set(known).size).toBe(known.length)
})

test('the rebuild drops exactly the projections', () => {
  const dropped = db.$client.prepare<[], string>('SELECT tables FROM projection_version').pluck().get()
  expect(dropped?.split(' ').sort()).toEqual(PROJECTION_TABLES.toSorted())
})

test('the migrations make the working tables and touch no other', () => {
  const journal: { entries: { tag: string }[] } = JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8'))
  const sql = journal.entries.map(({ tag }) => readFileSync(`db/migrations/${tag}.sql`, 'utf8')).join('\n')
  const named = [...sql.matchAll(/(?:TABLE|ON|INTO|UPDATE|FROM) `(\w+)`/g)].map(([, table]) => table ?? '')
  expect([...new Set(named)].sort()).toEqual(WORKING_TABLES.toSorted())
})

type Column = { name: string; type: string; notnull: number; dflt_value: string | null; pk: number; hidden: number }
type Index = { name: string; unique: number; origin: string }

const all = [ledger, ...Object.values(projections), ...Object.values(working)].flatMap((table) =>
  is(table, Table) ? [table] : [],
)
const dialect = new SQLiteSyncDialect()
const written = (value: unknown): string | null => {
  if (value === undefined) return null
  if (is(value, SQL)) return dialect.sqlToQuery(value).sql
  return typeof value === 'string' ? `'${value}'` : String(value)
}

/** The tables as declared for queries and as they are in the file. */
describe('the declaration of each table is what is in the file', () => {
  test.each(all.map((table) => [getTableConfig(table).name, table] as const))('%s', (name, table) => {
    expect(declared(table)).toEqual(found(name))
  })
})

function declared(table: SQLiteTable) {
  const { columns, primaryKeys, indexes } = getTableConfig(table)
  const key = primaryKeys.flatMap((one) => one.columns.map((column) => column.name))
  return {
    columns: columns.map((column) => ({
      name: column.name,
      type: column.getSQLType().toLowerCase(),
      notNull: column.notNull,
      inKey: column.primary || key.includes(column.name),
      fallback: written(column.default),
    })),
    indexes: [
      ...indexes.map(
        ({ config }) =>
          `${config.name} (${config.columns.map((column) => ('name' in column ? column.name : '?')).join(', ')})`,
      ),
      ...columns.flatMap((column) => (column.isUnique ? [`unique (${column.name})`] : [])),
    ].sort(),
  }
}

function found(name: string) {
  const columns = db.$client.prepare<[], Column>(`PRAGMA table_xinfo("${name}")`).all()
  const indexes = db.$client.prepare<[], Index>(`PRAGMA index_list("${name}")`).all()
  const columnsOf = (index: string) =>
    db.$client.prepare<[], string>(`SELECT name FROM pragma_index_info('${index}')`).pluck().all().join(', ')
  return {
    columns: columns.map(({ name: column, type, notnull, dflt_value, pk }) => ({
      name: column,
      type: type.toLowerCase(),
      // An INTEGER PRIMARY KEY is never null, whether that is said or not.
      notNull: notnull === 1 || (pk === 1 && type.toLowerCase() === 'integer'),
      inKey: pk > 0,
      fallback: dflt_value,
    })),
    // The ledger's indexes are hand-written with its table and declared nowhere else.
    indexes: LEDGER_TABLES.includes(name)
      ? []
      : indexes
          .filter(({ origin }) => origin !== 'pk')
          .map((index) => `${index.unique ? 'unique' : index.name} (${columnsOf(index.name)})`)
          .sort(),
  }
}
