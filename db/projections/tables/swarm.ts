import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Payloads } from '#lib/ledger/payloads.ts'
import type { HostSettings } from '#lib/swarm/host-settings.ts'
import type { ReservationEnd } from '#lib/swarm/reservation.ts'
import type { RunRequest } from '#lib/swarm/run-request.ts'
import { by, span } from './columns.ts'

export const hosts = sqliteTable(
  'hosts',
  {
    ...span,
    ...by,
    host: text('host').notNull(),
    settings: text('settings', { mode: 'json' }).$type<HostSettings>().notNull(),
    /** Null: no key is pinned, nothing connects. */
    fingerprint: text('fingerprint'),
    retiredReason: text('retired_reason'),
  },
  (t) => [primaryKey({ columns: [t.host, t.fromSeq] })],
)

/** Runs requested here. `person`, `role`, `recordedAt`: of the request. */
export const requestedRuns = sqliteTable(
  'requested_runs',
  {
    ...span,
    ...by,
    number: integer('number').notNull(),
    phase: text('phase').notNull(),
    failure: text('failure').notNull(),
    host: text('host').notNull(),
    request: text('request', { mode: 'json' }).$type<RunRequest>().notNull(),
    requestedSeq: integer('requested_seq').notNull(),
    step: text('step', { enum: ['queued', 'started', 'ended', 'dropped'] }).notNull(),
    started: text('started', { mode: 'json' }).$type<Payloads['run.started']>(),
    startedSeq: integer('started_seq'),
    cancelReason: text('cancel_reason'),
    cancelBy: text('cancel_by'),
    /** Why it left the queue unstarted. */
    droppedReason: text('dropped_reason'),
    /** ISO 8601 UTC, server: when it ended or was dropped. */
    overAt: text('over_at'),
  },
  (t) => [
    primaryKey({ columns: [t.number, t.fromSeq] }),
    index('requested_runs_of_a_failure').on(t.phase, t.failure),
    index('requested_runs_by_step').on(t.step, t.host),
  ],
)

export const reservations = sqliteTable(
  'reservations',
  {
    ...span,
    ...by,
    reservation: integer('reservation').notNull(),
    host: text('host').notNull(),
    phase: text('phase').notNull(),
    reason: text('reason').notNull(),
    /** ISO 8601 UTC. */
    until: text('until').notNull(),
    endedHow: text('ended_how').$type<ReservationEnd>(),
    endedReason: text('ended_reason'),
    endedAt: text('ended_at'),
  },
  (t) => [primaryKey({ columns: [t.reservation, t.fromSeq] }), index('reservations_of_a_host').on(t.host)],
)
