import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Role } from '#lib/people/roles.ts'
import { by, span } from './columns.ts'

/** A question as it was asked; ended by its settling. */
export const threads = sqliteTable(
  'threads',
  {
    ...span,
    ...by,
    thread: integer('thread').notNull(),
    phase: text('phase').notNull(),
    failure: text('failure'),
    about: text('about').notNull(),
    askedOf: text('asked_of').$type<Role>().notNull(),
    openedSeq: integer('opened_seq').notNull(),
    settledBy: text('settled_by'),
    settledAt: text('settled_at'),
  },
  (t) => [primaryKey({ columns: [t.thread, t.fromSeq] }), index('threads_of_a_phase').on(t.phase)],
)

/** What was said in it, the question first. */
export const threadMessages = sqliteTable(
  'thread_messages',
  {
    ...span,
    ...by,
    thread: integer('thread').notNull(),
    text: text('text').notNull(),
  },
  (t) => [primaryKey({ columns: [t.thread, t.fromSeq] })],
)
