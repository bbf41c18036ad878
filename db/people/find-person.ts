import { and, eq } from 'drizzle-orm'
import type { Db } from '../db.ts'
import { type AsOf, heldAt } from '../projections/as-of.ts'
import { people } from '../projections/tables.ts'

export type Person = { person: string; name: string }

export function findPerson(db: Db, person: string, seq: AsOf = null): Person | null {
  const row = db
    .select({ person: people.person, name: people.name })
    .from(people)
    .where(and(eq(people.person, person), heldAt(people, seq)))
    .get()
  return row ?? null
}
