import { randomUUID } from 'node:crypto'
import type { Recorded } from '#lib/ledger/event.ts'
import type { RoleIn } from '#lib/people/why-cannot-hold.ts'
import type { Db } from '../db.ts'
import { type Drafts, immediately, recordAsSystem } from '../ledger/record.ts'
import { draftRoleGiven } from './draft-role-given.ts'

export type NewPerson = { person: string; name: string; invitedBy: string | null; role: RoleIn }

/** Records a person and their first role, as Gatehouse itself: the caller has decided that they may come in. */
export function addPerson(db: Db, { person, name, invitedBy, role }: NewPerson, at: Date): Recorded {
  const nowhere = { phase: null, failure: null, subject: null, statedAt: null }
  const drafts: Drafts = [
    { ...nowhere, kind: 'person.added', payload: { person, name, invitedBy } },
    draftRoleGiven(person, role),
  ]
  return immediately(db, () => recordAsSystem(db, { id: randomUUID(), at }, drafts))
}
