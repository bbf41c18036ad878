import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Role } from '#lib/people/roles.ts'
import type { Probe } from '#lib/swarm/protocol/probe.ts'
import type { RunStatus } from '#lib/swarm/words.ts'

/** Working tables: how people sign in and what they have not submitted yet. Not in the record, never read by a rule. */

// The four tables that better-auth keeps; `person` ties an account to the person the ledger knows (several accounts may name one person).
export const user = sqliteTable('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: integer('email_verified', { mode: 'boolean' }).notNull().default(false),
  image: text('image'),
  person: text('person').notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
})

export const session = sqliteTable('session', {
  id: text('id').primaryKey(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  token: text('token').notNull().unique(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  ipAddress: text('ip_address'),
  userAgent: text('user_agent'),
  userId: text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
})

export const account = sqliteTable('account', {
  id: text('id').primaryKey(),
  accountId: text('account_id').notNull(),
  providerId: text('provider_id').notNull(),
  userId: text('user_id')
    .notNull()
    .references(() => user.id, { onDelete: 'cascade' }),
  accessToken: text('access_token'),
  refreshToken: text('refresh_token'),
  idToken: text('id_token'),
  accessTokenExpiresAt: integer('access_token_expires_at', { mode: 'timestamp_ms' }),
  refreshTokenExpiresAt: integer('refresh_token_expires_at', { mode: 'timestamp_ms' }),
  scope: text('scope'),
  password: text('password'),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
})

export const verification = sqliteTable('verification', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }),
})

/** A one-time link: the token is kept only as SHA-256. `person` set: a further sign-in for that person; null: a new person. */
export const invitations = sqliteTable('invitations', {
  id: text('id').primaryKey(),
  tokenHash: text('token_hash').notNull().unique('one_link_per_token'),
  person: text('person'),
  role: text('role').$type<Role>(),
  phase: text('phase'),
  invitedBy: text('invited_by').notNull(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  usedAt: integer('used_at', { mode: 'timestamp_ms' }),
})

/** What somebody typed that is not submitted, or was refused: shown again, with the reasons beside the fields. */
export const drafts = sqliteTable('drafts', {
  id: text('id').primaryKey(),
  person: text('person').notNull(),
  form: text('form').notNull(),
  content: text('content', { mode: 'json' }).notNull().$type<unknown>(),
  savedAt: integer('saved_at', { mode: 'timestamp_ms' }).notNull(),
})

/** Reasoning that was sealed: the salt is kept beside the text, the ledger holds only SHA-256(salt || text). */
export const sealedTexts = sqliteTable('sealed_texts', {
  sealed: text('sealed').primaryKey(),
  salt: text('salt').notNull(),
  text: text('text').notNull(),
})

/** How far somebody has read a thread: up to and with the event `seq`. */
export const readMarks = sqliteTable(
  'read_marks',
  {
    person: text('person').notNull(),
    phase: text('phase').notNull(),
    thread: integer('thread').notNull(),
    seq: integer('seq').notNull(),
  },
  (t) => [primaryKey({ columns: [t.person, t.phase, t.thread] })],
)

/** What programs sign in with, only as SHA-256 of the whole secret; what a token may do is in the record. */
export const tokenDigests = sqliteTable('token_digests', {
  token: text('token').primaryKey(),
  digest: text('digest').notNull(),
})

/** What a host said of itself when it was asked last. `at`: epoch milliseconds; `probe` null: it could not be asked, `problem` says why. */
export const hostProbes = sqliteTable('host_probes', {
  host: text('host').primaryKey(),
  at: integer('at').notNull(),
  probe: text('probe', { mode: 'json' }).$type<Probe>(),
  problem: text('problem'),
})

/** Load and pressure of a host over time, for drawing. `at`: epoch milliseconds; `cpu`: PSI share in per cent since the sample before. */
export const hostSamples = sqliteTable(
  'host_samples',
  {
    host: text('host').notNull(),
    at: integer('at').notNull(),
    load: real('load').notNull(),
    cpu: real('cpu'),
  },
  (t) => [primaryKey({ columns: [t.host, t.at] })],
)

/**
 * How the supervisor stands with a run that it has under way. Times are epoch milliseconds of the server. `words`: what it waits for or
 * what is wrong, as a sentence. A run without a row is only queued.
 */
export const runWatches = sqliteTable('run_watches', {
  run: integer('run').primaryKey(),
  status: text('status').$type<RunStatus>().notNull(),
  since: integer('since').notNull(),
  words: text('words').notNull().default(''),
  startedAt: integer('started_at'),
  lastByteAt: integer('last_byte_at'),
  deadlineAt: integer('deadline_at'),
  bytes: integer('bytes').notNull().default(0),
})
