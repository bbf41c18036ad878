import { listHosts } from '#db/swarm/list-hosts.ts'
import { listRunsNotOver } from '#db/swarm/list-requested-runs.ts'
import { listReservationsOf } from '#db/swarm/list-reservations.ts'
import { listSamples } from '#db/swarm/list-samples.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { HostSide } from '#lib/swarm/host-settings.ts'
import type { StripFacts, StripRun } from '#lib/swarm/strip.ts'
import { usableHosts } from '#lib/swarm/usual-host.ts'
import { database } from '../database.ts'

/** More would be told apart by nobody; the timeline has all of them. */
const MOST_RUNS = 80

/** What the board's swarm strip draws. `host`: whose load it is; `earlier`: runs that are not drawn. */
export type StripReading = { facts: StripFacts; host: string | null; earlier: number }

/** The runs of this phase, attached and started here, who had reserved its node, and the load there meanwhile. */
export function readStrip(facts: PhaseFacts, now: Date): StripReading {
  const db = database()
  const underWay = listRunsNotOver(db).filter(({ phase, step }) => phase === facts.phase && step === 'started')
  const all: StripRun[] = [
    ...facts.evidence.flatMap(({ run, failure, role, leftOut }): StripRun[] =>
      run === null
        ? []
        : [
            {
              ...{ number: run.number, label: failure, side: sideOf(role), conclusion: run.conclusion, leftOut },
              ...{ startMs: Date.parse(run.startedAt), endMs: Date.parse(run.endedAt) },
            },
          ],
    ),
    ...underWay.map(
      ({ number, failure, requestedBy, started, requestedAt }): StripRun => ({
        ...{ number, label: failure, side: sideOf(requestedBy.role), conclusion: null, leftOut: null },
        ...{ startMs: Date.parse(started?.startedAt ?? requestedAt), endMs: null },
      }),
    ),
  ].toSorted((one, other) => one.startMs - other.startMs)
  const runs = all.slice(-MOST_RUNS)
  const host = usableHosts(listHosts(db))[0]?.host ?? null
  const fromMs = Math.min(Date.parse(facts.opened.at), ...runs.map(({ startMs }) => startMs))
  const reservations = host === null ? [] : listReservationsOf(db, host)
  const marks = facts.claims
    .filter(({ withdrawn }) => withdrawn === null)
    .map(({ gate, at }) => ({ atMs: Date.parse(at), words: `${gate} claimed` }))
  return {
    facts: {
      ...{ openedMs: Math.max(fromMs, Date.parse(facts.opened.at)), runs, marks },
      reservations: reservations
        .filter(({ phase }) => phase === facts.phase)
        .map(({ role, reason, takenAt, until, endedAt }) => ({
          ...{ side: sideOf(role), reason, fromMs: Date.parse(takenAt), untilMs: Date.parse(endedAt ?? until) },
        })),
      samples: host === null ? [] : listSamples(db, host, fromMs, now.getTime()),
    },
    host,
    earlier: all.length - runs.length,
  }
}

const sideOf = (role: string): HostSide => (role === 'adversary' ? 'adversary' : 'builder')
