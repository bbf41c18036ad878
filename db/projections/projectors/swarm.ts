import { and, eq, isNull } from 'drizzle-orm'
import { EXCLUDED_BY_RULE, leftOutByRule } from '#lib/swarm/left-out-by-rule.ts'
import type { Db } from '../../db.ts'
import * as t from '../tables.ts'
import { born, end, type Projectors, phaseOf, placeOfFailure } from './projector.ts'

type SwarmKind =
  | ('host.configured' | 'host-key.pinned' | 'host.retired')
  | ('run.requested' | 'run.started' | 'run.ended' | 'run.cancel-asked' | 'run.dropped')
  | ('reservation.taken' | 'reservation.released')

export const swarmProjectors = {
  'host.configured': (db, event) => {
    const settings = event.payload
    const held = changeHost(db, settings.host, event.seq)
    db.insert(t.hosts)
      .values({ ...born(event), host: settings.host, settings, fingerprint: held?.fingerprint ?? null })
      .run()
  },
  'host-key.pinned': (db, event) => {
    const { host, fingerprint } = event.payload
    const held = changeHost(db, host, event.seq)
    if (held)
      db.insert(t.hosts)
        .values({ ...held, fingerprint, fromSeq: event.seq })
        .run()
  },
  'host.retired': (db, event) => {
    const { host, reason } = event.payload
    const held = changeHost(db, host, event.seq)
    if (held)
      db.insert(t.hosts)
        .values({ ...held, retiredReason: reason, fromSeq: event.seq })
        .run()
  },
  'run.requested': (db, event) => {
    const { number, ...request } = event.payload
    db.insert(t.requestedRuns)
      .values({
        ...born(event),
        ...placeOfFailure(event),
        ...{ number, host: request.host, request, requestedSeq: event.seq, step: 'queued' },
      })
      .run()
  },
  'run.started': (db, event) =>
    changeRun(db, event.payload.run, event.seq, { step: 'started', started: event.payload, startedSeq: event.seq }),
  'run.cancel-asked': (db, event) =>
    changeRun(db, event.payload.run, event.seq, { cancelReason: event.payload.reason, cancelBy: event.actor }),
  'run.dropped': (db, event) =>
    changeRun(db, event.payload.run, event.seq, {
      ...{ step: 'dropped', droppedReason: event.payload.reason, overAt: event.recordedAt },
    }),
  'run.ended': (db, event) => {
    const run = event.payload
    changeRun(db, run.number, event.seq, { step: 'ended', overAt: event.recordedAt })
    const reason = leftOutByRule(run)
    db.insert(t.runs)
      .values({
        ...born(event),
        // Whose run it is: who asked for it, not the server that wrote down its end.
        ...(run.supervised === null
          ? {}
          : { person: run.supervised.requestedBy.person, role: run.supervised.requestedBy.role }),
        ...placeOfFailure(event),
        number: run.number,
        run,
        attachedSeq: event.seq,
        ...(reason === null
          ? {}
          : { excludedReason: reason, excludedBy: EXCLUDED_BY_RULE, excludedAt: event.recordedAt }),
      })
      .run()
  },
  'reservation.taken': (db, event) => {
    db.insert(t.reservations)
      .values({ ...born(event), phase: phaseOf(event), ...event.payload })
      .run()
  },
  'reservation.released': (db, event) => {
    const { reservation, how, reason } = event.payload
    const where = and(eq(t.reservations.reservation, reservation), isNull(t.reservations.toSeq))
    const held = db.select().from(t.reservations).where(where).get()
    if (!held) return
    end(db, t.reservations, where, event.seq)
    db.insert(t.reservations)
      .values({ ...held, endedHow: how, endedReason: reason, endedAt: event.recordedAt, fromSeq: event.seq })
      .run()
  },
} satisfies Projectors<SwarmKind>

/** Ends the row of this host; answers with what it was. */
function changeHost(db: Db, host: string, seq: number) {
  const where = and(eq(t.hosts.host, host), isNull(t.hosts.toSeq))
  const held = db.select().from(t.hosts).where(where).get()
  end(db, t.hosts, where, seq)
  return held
}

function changeRun(db: Db, number: number, seq: number, change: Partial<typeof t.requestedRuns.$inferInsert>): void {
  const where = and(eq(t.requestedRuns.number, number), isNull(t.requestedRuns.toSeq))
  const held = db.select().from(t.requestedRuns).where(where).get()
  if (!held) return
  end(db, t.requestedRuns, where, seq)
  db.insert(t.requestedRuns)
    .values({ ...held, ...change, fromSeq: seq })
    .run()
}
