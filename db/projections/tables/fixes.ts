import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { FixKind, FixRoute, FixState, Promotion } from '#lib/fixes/words.ts'
import { by, span } from './columns.ts'

export const fixes = sqliteTable(
  'fixes',
  {
    ...span,
    ...by,
    fix: integer('fix').notNull(),
    phase: text('phase').notNull(),
    failure: text('failure').notNull(),
    kind: text('kind').$type<FixKind>().notNull(),
    repository: text('repository').notNull(),
    pullRequest: integer('pull_request'),
    head: text('head').notNull(),
    /** Every commit it stood at, the present one last. */
    heads: text('heads', { mode: 'json' }).$type<{ head: string; seq: number; at: string }[]>().notNull(),
    state: text('state').$type<FixState>().notNull(),
    route: text('route').$type<FixRoute>().notNull(),
    promotion: text('promotion').$type<Promotion>().notNull(),
    promotionReason: text('promotion_reason').notNull(),
    changes: text('changes').notNull(),
    attachedSeq: integer('attached_seq').notNull(),
    /** Who said last where it stands. */
    saidBy: text('said_by').notNull(),
    saidRole: text('said_role').notNull(),
    saidAt: text('said_at').notNull(),
    saidSeq: integer('said_seq').notNull(),
    mergedSeq: integer('merged_seq'),
    mergedAt: text('merged_at'),
  },
  (t) => [primaryKey({ columns: [t.fix, t.fromSeq] }), index('fixes_of_a_phase').on(t.phase, t.failure)],
)
