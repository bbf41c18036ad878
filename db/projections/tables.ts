import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { ClaimPart } from '#lib/claims/claim-part.ts'
import type { Behaviour, Place } from '#lib/classifications/words.ts'
import type { EvidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { GatePurpose } from '#lib/gates/requirements.ts'
import type { Role } from '#lib/people/roles.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'

/**
 * Projections: what the ledger says, in a form that can be asked. Never migrated: when the DDL or the projector changes they are
 * dropped and rebuilt from seq 1. A row holds from `fromSeq` until `toSeq` (null: still), so "as of seq" is an ordinary read.
 */
const span = { fromSeq: integer('from_seq').notNull(), toSeq: integer('to_seq') }
const by = {
  person: text('person').notNull(),
  role: text('role').notNull(),
  recordedAt: text('recorded_at').notNull(),
  statedAt: text('stated_at'),
}
const passFail = { enum: ['pass', 'fail'] } as const

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
    purpose: text('purpose').$type<GatePurpose>().notNull(),
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
    withdrawnReason: text('withdrawn_reason'),
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
    text: text('text').notNull(),
    repro: text('repro').notNull(),
  },
  (t) => [primaryKey({ columns: [t.phase, t.finding, t.fromSeq] })],
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
