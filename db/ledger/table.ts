import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** For reading by query only; its DDL and triggers are `ledger.sql`, its one writer is `append`. */
export const ledger = sqliteTable('ledger', {
  seq: integer('seq').primaryKey(),
  prev: blob('prev', { mode: 'buffer' }).notNull(),
  hash: blob('hash', { mode: 'buffer' }).notNull(),
  body: blob('body', { mode: 'buffer' }).notNull(),
  commandId: text('command_id').notNull(),
  part: integer('part').notNull(),
  kind: text('kind').notNull(),
  actor: text('actor').notNull(),
  role: text('role').notNull(),
  phase: text('phase'),
  failure: text('failure'),
  subject: text('subject'),
  recordedAt: text('recorded_at').notNull(),
})
