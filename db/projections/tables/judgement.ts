import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ClaimPart } from '#lib/claims/claim-part.ts'
import type { EvidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { FindingStanding } from '#lib/findings/words.ts'
import { by, passFail, span } from './columns.ts'

export const claims = sqliteTable(
  'claims',
  {
    ...span,
    ...by,
    phase: text('phase').notNull(),
    gate: text('gate').notNull(),
    revision: integer('revision').notNull(),
    parts: text('parts', { mode: 'json' }).$type<ClaimPart[]>().notNull(),
    digest: text('digest').notNull(),
    answers: text('answers', { mode: 'json' }).$type<string[]>().notNull(),
    withdrawnReason: text('withdrawn_reason'),
    withdrawnAt: text('withdrawn_at'),
    filedSeq: integer('filed_seq').notNull(),
  },
  (t) => [primaryKey({ columns: [t.phase, t.gate, t.revision, t.fromSeq] })],
)

const judged = {
  phase: text('phase').notNull(),
  gate: text('gate').notNull(),
  revision: integer('revision').notNull(),
  digest: text('digest').notNull(),
  result: text('result', passFail).notNull(),
  reason: text('reason').notNull(),
}

export const rulings = sqliteTable(
  'rulings',
  {
    ...span,
    ...by,
    ...judged,
    failure: text('failure').notNull(),
    cites: text('cites', { mode: 'json' }).$type<EvidenceRef[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.phase, t.gate, t.failure, t.fromSeq] })],
)

export const verdicts = sqliteTable('verdicts', { ...span, ...by, ...judged }, (t) => [
  primaryKey({ columns: [t.phase, t.gate, t.fromSeq] }),
])

export const findings = sqliteTable(
  'findings',
  {
    ...span,
    ...by,
    finding: text('finding').notNull(),
    phase: text('phase').notNull(),
    failure: text('failure').notNull(),
    gate: text('gate').notNull(),
    revision: integer('revision').notNull(),
    text: text('text').notNull(),
    repro: text('repro').notNull(),
    stage: text('stage'),
    head: text('head'),
    openedSeq: integer('opened_seq').notNull(),
    standing: text('standing').$type<FindingStanding>().notNull(),
    openSince: integer('open_since').notNull(),
    movedBy: text('moved_by').notNull(),
    movedRole: text('moved_role').notNull(),
    movedAt: text('moved_at').notNull(),
    movedWords: text('moved_words').notNull(),
    movedCites: text('moved_cites', { mode: 'json' }).$type<EvidenceRef[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.phase, t.finding, t.fromSeq] })],
)

export const vetoes = sqliteTable(
  'vetoes',
  {
    ...span,
    ...by,
    veto: integer('veto').primaryKey(),
    phase: text('phase').notNull(),
    gate: text('gate'),
    reason: text('reason').notNull(),
  },
  (t) => [index('vetoes_of_a_phase').on(t.phase)],
)
