import { asc } from 'drizzle-orm'
import type { Db } from '../db.ts'
import { people } from '../projections/tables.ts'

/** What people are called, by person id; the newest name where it changed. `gatehouse` is the app itself. */
export function listNames(db: Db): { [person: string]: string } {
  const rows = db.select({ person: people.person, name: people.name }).from(people).orderBy(asc(people.fromSeq)).all()
  return { gatehouse: 'Gatehouse', ...Object.fromEntries(rows.map((row) => [row.person, row.name])) }
}
