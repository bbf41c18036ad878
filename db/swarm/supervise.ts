import { evidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { EventDraft } from '#lib/ledger/event.ts'
import type { Payloads } from '#lib/ledger/payloads.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import type { HostSettings } from '#lib/swarm/host-settings.ts'
import type { RequestedRun } from '#lib/swarm/requested-run.ts'
import type { Reservation } from '#lib/swarm/reservation.ts'
import { holds } from '#lib/swarm/reservation.ts'
import type { Db } from '../db.ts'
import { nextNumber } from '../ledger/next-number.ts'
import { immediately, recordAsSystem } from '../ledger/record.ts'
import { findHost } from './list-hosts.ts'
import { findRequestedRun } from './list-requested-runs.ts'
import { listStandingReservations } from './list-reservations.ts'

/**
 * What the supervisor writes down of runs. Each answers whether it was recorded: false where the run is not in the step that this follows,
 * so that two processes, or one that starts again, record each step once.
 */
type Step = { from: readonly RequestedRun['step'][]; draft: (run: RequestedRun) => EventDraft }

function step(db: Db, number: number, at: Date, { from, draft }: Step): boolean {
  return immediately(db, () => {
    const run = findRequestedRun(db, number)
    if (run === null || !from.includes(run.step)) return false
    const drafted = draft(run)
    recordAsSystem(db, { id: `${drafted.kind}:${number}`, at }, [drafted])
    return true
  })
}

const place = ({ phase, failure, number }: RequestedRun) => ({
  ...{ phase, failure, subject: evidenceRef('run', number), statedAt: null },
})

export const startedRun = (db: Db, payload: Payloads['run.started'], at: Date): boolean =>
  step(db, payload.run, at, {
    from: ['queued'],
    draft: (run) => ({ kind: 'run.started', ...place(run), statedAt: payload.startedAt, payload }),
  })

/** Throws where the run was not started here. */
export const endedRun = (db: Db, payload: AttachedRun, at: Date): boolean =>
  step(db, payload.number, at, {
    from: ['started'],
    draft: (run) => ({ kind: 'run.ended', ...place(run), statedAt: payload.endedAt, payload }),
  })

/** A run that cannot start at all leaves the queue, with the reason; it is no evidence. */
export const droppedRun = (db: Db, number: number, reason: string, at: Date): boolean =>
  step(db, number, at, {
    from: ['queued'],
    draft: (run) => ({ kind: 'run.dropped', ...place(run), payload: { run: number, reason } }),
  })

/** Reservations past their end are released, as lapsed. Answers with those. */
export const lapseReservations = (db: Db, at: Date): Reservation[] =>
  immediately(db, () =>
    listStandingReservations(db)
      .filter((held) => !holds(held, at))
      .map((held) => {
        const { reservation, host, phase } = held
        recordAsSystem(db, { id: `reservation.lapsed:${reservation}`, at }, [
          {
            ...{ kind: 'reservation.released', phase, failure: null, subject: host, statedAt: null },
            payload: { reservation, host, how: 'lapsed', reason: '' },
          },
        ])
        return held
      }),
  )

/** The practice host is in the record like any other, pinned by whoever made its key: Gatehouse. Nothing is recorded where nothing changed. */
export const ensurePracticeHost = (db: Db, settings: HostSettings, fingerprint: string, at: Date): void =>
  immediately(db, () => {
    const held = findHost(db, settings.host)
    const about = { phase: null, failure: null, subject: settings.host, statedAt: null }
    if (held === null)
      recordAsSystem(db, { id: `host.configured:${settings.host}`, at }, [
        { kind: 'host.configured', ...about, payload: settings },
      ])
    if (held?.fingerprint !== fingerprint)
      // A key may come back after another one, so its own name is not enough.
      recordAsSystem(db, { id: `host-key.pinned:${nextNumber(db, 'host-key.pinned')}:${fingerprint}`, at }, [
        { kind: 'host-key.pinned', ...about, payload: { host: settings.host, fingerprint } },
      ])
  })
