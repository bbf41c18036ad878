import { findRole } from '#db/people/find-role.ts'
import { findPhaseFacts } from '#db/phases/find-phase-facts.ts'
import { listHosts } from '#db/swarm/list-hosts.ts'
import { listRunsNotOver } from '#db/swarm/list-requested-runs.ts'
import { findReservation } from '#db/swarm/list-reservations.ts'
import { listRunsLately } from '#db/swarm/list-runs-lately.ts'
import { listSamples } from '#db/swarm/list-samples.ts'
import { listRunWatches, type RunWatch } from '#db/swarm/run-watches.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { nextToStart } from '#lib/swarm/next-to-start.ts'
import type { NodeFacts } from '#lib/swarm/node-words.ts'
import type { RequestedRun } from '#lib/swarm/requested-run.ts'
import { holds } from '#lib/swarm/reservation.ts'
import type { HostSample, KnownHost, RunLately, RunWatchFacts, Waiting } from '#lib/swarm/swarm-facts.ts'
import { database } from '../database.ts'
import { nodeOf } from './read-nodes.ts'

export type HostReading = {
  facts: KnownHost
  node: NodeFacts
  watch: RunWatchFacts | null
  waiting: Waiting[]
  samples: HostSample[]
  lately: RunLately[]
}

const LATELY = 12
const GRAPH_MS = 6 * 3_600_000

/** Everything that is known of every host, from the database alone. Hosts that are used no more come last. */
export function readSwarm(now: Date): HostReading[] {
  const db = database()
  const runs = listRunsNotOver(db)
  const watches = new Map(listRunWatches(db).map((watch) => [watch.run, watch]))
  const claimed = claimsKnown()
  return listHosts(db)
    .toSorted((one, other) => Number(one.retiredReason !== null) - Number(other.retiredReason !== null))
    .map((facts) => {
      const held = findReservation(db, facts.host)
      const reservation = held !== null && holds(held, now) ? held : null
      const node = nodeOf(facts.host, { runs, watches, reservation })
      const watch = node.underWay === null ? null : (watches.get(node.underWay.run.number) ?? null)
      return {
        ...{ facts, node, watch },
        waiting: whyEachWaits(runs, watches, node, claimed, now),
        samples: listSamples(db, facts.host, now.getTime() - GRAPH_MS, now.getTime()),
        lately: listRunsLately(db, facts.host, LATELY),
      }
    })
}

/** The queue of one host in its order. What the supervisor met when it tried (the host does not answer, something blocks) wins over the rule. */
export function whyEachWaits(
  runs: readonly RequestedRun[],
  watches: ReadonlyMap<number, RunWatch>,
  { host, underWay, reservation }: NodeFacts,
  isClaimed: (phase: string, gate: string) => boolean,
  now: Date,
): Waiting[] {
  const queue = runs.filter((run) => run.host === host && run.number !== underWay?.run.number)
  const { start, waits } = nextToStart(queue, { reservation, underWay: underWay?.run.number ?? null, isClaimed }, now)
  return queue.map((run) => {
    const met = watches.get(run.number)?.words ?? ''
    const rule = waits.find((one) => one.run === run.number)?.because
    const because = run === start ? met || 'It is next; it starts in a moment.' : (rule ?? met)
    return { run, because }
  })
}

/** Whether a gate is claimed, each phase looked up once. */
export function claimsKnown(): (phase: string, gate: string) => boolean {
  const known = new Map<string, PhaseFacts | null>()
  return (phase, gate) => {
    const facts = known.has(phase) ? known.get(phase) : findPhaseFacts(database(), phase)
    known.set(phase, facts ?? null)
    return facts?.claims.some((claim) => claim.gate === gate && claim.withdrawn === null) ?? false
  }
}

/** The person's role in each of these phases. */
export const rolesIn = (person: string, phases: readonly string[]) =>
  phases.map((phase) => ({ phase, role: findRole(database(), person, phase) }))
