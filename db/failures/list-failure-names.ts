import { asc, inArray } from 'drizzle-orm'
import type { Db } from '../db.ts'
import { failures } from '../projections/tables.ts'

/** The names of all failures of these phases, each once, in alphabetical order; one that was renamed away is there too. */
export function listFailureNames(db: Db, phases: readonly string[]): string[] {
  return db
    .selectDistinct({ failure: failures.failure })
    .from(failures)
    .where(inArray(failures.phase, [...phases]))
    .orderBy(asc(failures.failure))
    .all()
    .map(({ failure }) => failure)
}
