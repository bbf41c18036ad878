import { findRole } from '#db/people/find-role.ts'
import { listPhases } from '#db/phases/list-phases.ts'
import { can } from '#lib/people/permissions.ts'
import { database } from '../database.ts'

/** The phases a person may read, in the order they were opened, and whether that is every one. */
export function readablePhases(person: string): { phases: string[]; every: boolean } {
  const db = database()
  const all = listPhases(db).map(({ phase }) => phase)
  const phases = all.filter((phase) => can({ role: findRole(db, person, phase) }, 'record.read'))
  return { phases, every: phases.length === all.length }
}
