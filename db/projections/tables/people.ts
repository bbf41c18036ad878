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

/** What programs sign in with; the secret's digest lies in a working table. */
export const tokens = sqliteTable(
  'tokens',
  {
    ...span,
    token: text('token').notNull(),
    person: text('person').notNull(),
    phase: text('phase').notNull(),
    role: text('role').$type<Role>(),
    name: text('name').notNull(),
    issuedAt: text('issued_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    revokedAt: text('revoked_at'),
    revokedReason: text('revoked_reason'),
  },
  (t) => [primaryKey({ columns: [t.token, t.fromSeq] }), index('tokens_of_a_phase').on(t.phase)],
)
