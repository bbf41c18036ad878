import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Behaviour, Place } from '#lib/classifications/words.ts'
import type { EvidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import { by, span } from './columns.ts'

export const runs = sqliteTable(
  'runs',
  {
    ...span,
    ...by,
    number: integer('number').notNull(),
    phase: text('phase').notNull(),
    failure: text('failure').notNull(),
    run: text('run', { mode: 'json' }).$type<AttachedRun>().notNull(),
    excludedReason: text('excluded_reason'),
    excludedBy: text('excluded_by'),
    excludedAt: text('excluded_at'),
    attachedSeq: integer('attached_seq').notNull(),
  },
  (t) => [primaryKey({ columns: [t.number, t.fromSeq] }), index('runs_of_a_failure').on(t.phase, t.failure)],
)

export const observations = sqliteTable(
  'observations',
  {
    ...span,
    ...by,
    number: integer('number').primaryKey(),
    phase: text('phase').notNull(),
    failure: text('failure').notNull(),
    command: text('command').notNull(),
    output: text('output').notNull(),
    sha256: text('sha256').notNull(),
    host: text('host').notNull(),
    observedAt: text('observed_at').notNull(),
  },
  (t) => [index('observations_of_a_failure').on(t.phase, t.failure)],
)

export const codeReferences = sqliteTable(
  'code_references',
  {
    ...span,
    ...by,
    number: integer('number').primaryKey(),
    phase: text('phase').notNull(),
    failure: text('failure').notNull(),
    repository: text('repository').notNull(),
    commit: text('commit').notNull(),
    path: text('path').notNull(),
    fromLine: integer('from_line').notNull(),
    toLine: integer('to_line').notNull(),
    lines: text('lines').notNull(),
    sha256: text('sha256').notNull(),
    shows: text('shows').notNull(),
  },
  (t) => [index('code_references_of_a_failure').on(t.phase, t.failure)],
)

export const classifications = sqliteTable(
  'classifications',
  {
    ...span,
    ...by,
    phase: text('phase').notNull(),
    failure: text('failure').notNull(),
    behaviour: text('behaviour').$type<Behaviour>().notNull(),
    place: text('place').$type<Place>().notNull(),
    cause: text('cause').notNull(),
    plainWords: text('plain_words').notNull(),
    cites: text('cites', { mode: 'json' }).$type<EvidenceRef[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.phase, t.failure, t.fromSeq] })],
)
