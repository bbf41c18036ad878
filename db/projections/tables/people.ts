import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Role } from '#lib/people/roles.ts'
import { span } from './columns.ts'

export const people = sqliteTable(
  'people',
  { ...span, person: text('person').notNull(), name: text('name').notNull() },
  (t) => [primaryKey({ columns: [t.person, t.fromSeq] })],
)

export const roleGrants = sqliteTable(
  'role_grants',
  { ...span, person: text('person').notNull(), role: text('role').$type<Role>().notNull(), phase: text('phase') },
  (t) => [index('role_grants_of_a_person').on(t.person, t.phase)],
)
