import { randomBytes } from 'node:crypto'
import { personSlug } from '#lib/people/person-slug.ts'
import type { Db } from '../db.ts'
import { findPerson } from './find-person.ts'

/** `ada-lovelace-3f9c`: readable in the record, and never the id of anybody else. */
export function newPersonId(db: Db, name: string): string {
  const id = `${personSlug(name)}-${randomBytes(2).toString('hex')}`
  return findPerson(db, id) === null ? id : newPersonId(db, name)
}
