import { findPhaseFacts } from '#db/phases/find-phase-facts.ts'
import { findReservation } from '#db/swarm/list-reservations.ts'
import { listRunWatches } from '#db/swarm/run-watches.ts'
import { nextToStart } from '#lib/swarm/next-to-start.ts'
import type { RequestedRun } from '#lib/swarm/requested-run.ts'
import { database } from '../database.ts'
import { KeptWatch } from './keep-watch.ts'
import { findOutWhetherItStarted, startRun } from './start-run.ts'

/**
 * One step with the queue of one host: first what may have started already, then whose turn it is; why the others wait stands in their
 * watches.
 */
export async function advanceQueue(host: string, notOver: readonly RequestedRun[], signal: AbortSignal): Promise<void> {
  const queue = notOver.filter((run) => run.step === 'queued')
  const uncertain = new Set(
    listRunWatches(database())
      .filter(({ status }) => status === 'starting')
      .map(({ run }) => run),
  )
  const first = queue.find(({ number }) => uncertain.has(number))
  if (first !== undefined) {
    waitBehind(
      queue.filter(({ number }) => !uncertain.has(number)),
      first,
    )
    return findOutWhetherItStarted(first, signal)
  }
  const underWay = notOver.find((run) => run.step === 'started')?.number ?? null
  const reservation = findReservation(database(), host)
  const { start, waits } = nextToStart(queue, { reservation, underWay, isClaimed }, new Date())
  for (const { run, because } of waits) new KeptWatch(run, Date.now()).set('queued', because, Date.now())
  if (start !== null) await startRun(start, signal)
}

function waitBehind(others: readonly RequestedRun[], first: RequestedRun): void {
  const facts = { reservation: null, underWay: first.number, isClaimed }
  for (const { run, because } of nextToStart(others, facts, new Date()).waits)
    new KeptWatch(run, Date.now()).set('queued', because, Date.now())
}

function isClaimed(phase: string, gate: string): boolean {
  const facts = findPhaseFacts(database(), phase)
  return facts?.claims.some((claim) => claim.gate === gate && claim.withdrawn === null) ?? false
}
