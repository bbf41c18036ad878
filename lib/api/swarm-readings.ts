import type { EvidenceFacts } from '#lib/phases/phase-facts.ts'
import { describeProbe } from '#lib/swarm/describe-probe.ts'
import type { NodeFacts } from '#lib/swarm/node-words.ts'
import type { RequestedRun } from '#lib/swarm/requested-run.ts'
import type { Reservation } from '#lib/swarm/reservation.ts'
import type { KnownHost, RunWatchFacts, Waiting } from '#lib/swarm/swarm-facts.ts'
import { whyNotOn } from '#lib/swarm/why-cannot-request.ts'
import type { RunStatus } from '#lib/swarm/words.ts'

export type HostKnown = { facts: KnownHost; node: NodeFacts; watch: RunWatchFacts | null; waiting: readonly Waiting[] }

/**
 * Every host in use with its last probe in short, who has it, and who waits for it and why. Runs and reservations of another phase are
 * there without their words: a token opens no other phase. Times are ISO 8601 UTC.
 */
export function swarmOf(hosts: readonly HostKnown[], phase: string) {
  return hosts
    .filter(({ facts }) => facts.retiredReason === null)
    .map(({ facts, node, watch, waiting }) => ({
      ...{ host: facts.host, usable: whyNotOn(facts)?.sentence ?? null },
      ...{
        probe: probeOf(facts, node.underWay?.run.started?.hostRunId ?? null),
        reservation: node.reservation && reservationOf(node.reservation, phase),
      },
      underWay: node.underWay && {
        ...lineOf(node.underWay.run, phase),
        status: node.underWay.status,
        ...(watch && node.underWay.run.phase === phase ? watchOf(watch) : {}),
      },
      queue: waiting.map(({ run, because }) => ({
        ...lineOf(run, phase),
        ...(run.phase === phase ? { because } : {}),
      })),
    }))
}

/** A run by its number: what was asked for, how it stands, and what it is evidence of once it has ended. */
export function runOf(
  evidence: EvidenceFacts | null,
  requested: RequestedRun | null,
  { status, watch }: { status: RunStatus | null; watch: RunWatchFacts | null },
) {
  const asked = requested && {
    ...lineOf(requested, requested.phase),
    started: requested.started,
    cancelReason: requested.cancelReason,
    droppedReason: requested.droppedReason,
    overAt: requested.overAt,
  }
  const underWay = status === 'ended' || status === 'dropped' ? null : watch
  return { status: status ?? 'ended', requested: asked, watch: underWay && watchOf(underWay), evidence }
}

function probeOf({ probe, probedAt, problem }: KnownHost, underWay: string | null) {
  return {
    at: probedAt === null ? null : iso(probedAt),
    problem,
    answers: probe === null ? [] : describeProbe(probe, underWay).map(({ name, words, odd }) => ({ name, words, odd })),
    wrong: probe?.wrong ?? [],
  }
}

const reservationOf = ({ reservation, phase: of, role, takenAt, until, reason }: Reservation, phase: string) => ({
  ...{ reservation, role, takenAt, until, ownPhase: of === phase },
  ...(of === phase ? { reason } : {}),
})

function lineOf({ number, phase: of, failure, request, requestedBy, requestedAt }: RequestedRun, phase: string) {
  const known = { number, ownPhase: of === phase, requestedAt, role: requestedBy.role }
  return of === phase ? { ...known, failure, person: requestedBy.person, request } : known
}

const watchOf = ({ status, since, words, startedAt, lastByteAt, deadlineAt, bytes }: RunWatchFacts) => ({
  ...{ status, since: iso(since), words, bytes },
  ...{ startedAt: isoOrNull(startedAt), lastByteAt: isoOrNull(lastByteAt), deadlineAt: isoOrNull(deadlineAt) },
})

const iso = (ms: number): string => new Date(ms).toISOString()
const isoOrNull = (ms: number | null): string | null => (ms === null ? null : iso(ms))
