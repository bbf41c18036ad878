import { listRunsNotOver } from '#db/swarm/list-requested-runs.ts'
import { listStandingReservations } from '#db/swarm/list-reservations.ts'
import { listRunWatches, type RunWatch } from '#db/swarm/run-watches.ts'
import type { NodeFacts } from '#lib/swarm/node-words.ts'
import type { RequestedRun } from '#lib/swarm/requested-run.ts'
import { holds } from '#lib/swarm/reservation.ts'
import { IS_UNDER_WAY, type RunStatus } from '#lib/swarm/words.ts'
import { database } from '../database.ts'

/** Who has which node, of those where anything goes on. Asks the database alone, never a host. */
export function readNodes(now: Date): NodeFacts[] {
  const db = database()
  const runs = listRunsNotOver(db)
  const reservations = listStandingReservations(db).filter((held) => holds(held, now))
  if (runs.length === 0 && reservations.length === 0) return []
  const watches = new Map(listRunWatches(db).map((watch) => [watch.run, watch]))
  const hosts = new Set([...runs.map(({ host }) => host), ...reservations.map(({ host }) => host)])
  return [...hosts].map((host) =>
    nodeOf(host, { runs, watches, reservation: reservations.find((held) => held.host === host) ?? null }),
  )
}

type Known = {
  runs: readonly RequestedRun[]
  watches: ReadonlyMap<number, RunWatch>
  reservation: NodeFacts['reservation']
}

export function nodeOf(host: string, { runs, watches, reservation }: Known): NodeFacts {
  const here = runs.filter((run) => run.host === host)
  const run = here.find((one) => IS_UNDER_WAY[statusOf(one, watches.get(one.number) ?? null)])
  const watch = run && watches.get(run.number)
  return {
    host,
    underWay: run
      ? { run, status: statusOf(run, watch ?? null), sinceMs: watch?.startedAt ?? watch?.since ?? null }
      : null,
    reservation,
    queued: here.filter((one) => one !== run).length,
  }
}

/** Where a run is: what the supervisor says of it, as far as the record agrees. */
export function statusOf({ step }: Pick<RequestedRun, 'step'>, watch: Pick<RunWatch, 'status'> | null): RunStatus {
  if (step === 'ended' || step === 'dropped') return step
  if (step === 'started') return watch === null || watch.status === 'queued' ? 'running' : watch.status
  return watch?.status ?? 'queued'
}
