import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { RequirementId } from '#lib/gates/requirements.ts'
import type { Role } from '#lib/people/roles.ts'
import { by, passFail, span } from './columns.ts'

export const phases = sqliteTable(
  'phases',
  {
    ...span,
    ...by,
    phase: text('phase').notNull(),
    title: text('title').notNull(),
    mission: text('mission').notNull(),
    planPath: text('plan_path'),
    doneRule: text('done_rule'),
    lifetimeMs: integer('lifetime_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.phase, t.fromSeq] })],
)

export const gates = sqliteTable(
  'gates',
  {
    ...span,
    phase: text('phase').notNull(),
    gate: text('gate').notNull(),
    criteria: text('criteria').notNull(),
    requirements: text('requirements', { mode: 'json' }).$type<RequirementId[]>().notNull(),
    position: integer('position').notNull(),
    recordedAt: text('recorded_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.phase, t.gate, t.fromSeq] })],
)

export const failures = sqliteTable(
  'failures',
  {
    ...span,
    phase: text('phase').notNull(),
    failure: text('failure').notNull(),
    recipe: text('recipe').notNull(),
    version: text('version'),
    image: text('image'),
    /** The cause recorded when it was swept red; superseded hypotheses stay on the timeline. */
    sweptAs: text('swept_as'),
    position: integer('position').notNull(),
  },
  (t) => [primaryKey({ columns: [t.phase, t.failure, t.fromSeq] })],
)

export const obligations = sqliteTable(
  'obligations',
  {
    ...span,
    ...by,
    obligation: integer('obligation').notNull(),
    phase: text('phase').notNull(),
    failure: text('failure'),
    owedBy: text('owed_by').$type<Role>().notNull(),
    text: text('text').notNull(),
    before: text('before_gate'),
    owedSeq: integer('owed_seq').notNull(),
    metHow: text('met_how'),
    metEvidence: text('met_evidence'),
    metSeq: integer('met_seq'),
  },
  (t) => [primaryKey({ columns: [t.obligation, t.fromSeq] }), index('obligations_of_a_phase').on(t.phase, t.failure)],
)

/** What an imported file said, by key: a second import of the same words adds nothing. */
export const importedItems = sqliteTable(
  'imported_items',
  { ...span, phase: text('phase').notNull(), key: text('key').notNull() },
  (t) => [primaryKey({ columns: [t.phase, t.key] })],
)

export const statedVerdicts = sqliteTable(
  'stated_verdicts',
  {
    ...span,
    ...by,
    phase: text('phase').notNull(),
    failure: text('failure'),
    gate: text('gate').notNull(),
    result: text('result', passFail),
    words: text('words').notNull(),
    text: text('text').notNull(),
  },
  (t) => [primaryKey({ columns: [t.phase, t.gate, t.fromSeq] })],
)

/** The plan's text, as often as it was recorded. */
export const plans = sqliteTable(
  'plans',
  {
    ...span,
    ...by,
    phase: text('phase').notNull(),
    name: text('name').notNull(),
    text: text('text').notNull(),
    sha256: text('sha256').notNull(),
  },
  (t) => [primaryKey({ columns: [t.phase, t.fromSeq] })],
)

/** DONE as declared; what opened the phase again is added to the row in force. */
export const dones = sqliteTable(
  'dones',
  {
    ...span,
    ...by,
    phase: text('phase').notNull(),
    words: text('words').notNull(),
    gates: text('gates', { mode: 'json' }).$type<{ gate: string; revision: number; verdict: number }[]>().notNull(),
    doneSeq: integer('done_seq').notNull(),
    reopenedSeq: integer('reopened_seq'),
    reopenedAt: text('reopened_at'),
    reopenedBecause: text('reopened_because'),
  },
  (t) => [primaryKey({ columns: [t.phase, t.doneSeq, t.fromSeq] })],
)
