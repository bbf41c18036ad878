import type { Role } from '#lib/people/roles.ts'
import type { Result } from '#lib/result.ts'
import type { Db } from '../../db.ts'
import { must } from '../must.ts'
import { factsOf } from '../phases.ts'

/** One verb of the long story. */
export type Chapter = (db: Db) => void

export const phase = 'redfix'
export const done = (result: Result<unknown>): void => void must(result)

/** The first thing that this side owes. */
export function owedBy(db: Db, role: Role): number {
  return factsOf(db).obligations.find((one) => one.by === role && one.met === null)?.obligation ?? 0
}
