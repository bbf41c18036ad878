import { integer, text } from 'drizzle-orm/sqlite-core'

/** From which event a row holds, until which (null: still). */
export const span = { fromSeq: integer('from_seq').notNull(), toSeq: integer('to_seq') }
export const by = {
  person: text('person').notNull(),
  role: text('role').notNull(),
  recordedAt: text('recorded_at').notNull(),
  statedAt: text('stated_at'),
}
export const passFail = { enum: ['pass', 'fail'] } as const
