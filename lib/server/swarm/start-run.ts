import { findHost } from '#db/swarm/list-hosts.ts'
import { findRequestedRun } from '#db/swarm/list-requested-runs.ts'
import { findReservation } from '#db/swarm/list-reservations.ts'
import { forgetRunWatch } from '#db/swarm/run-watches.ts'
import { droppedRun, startedRun } from '#db/swarm/supervise.ts'
import { preflight } from '#lib/swarm/preflight.ts'
import type { Probe } from '#lib/swarm/protocol/probe.ts'
import { readProbe } from '#lib/swarm/protocol/read-probe.ts'
import { readRefusal } from '#lib/swarm/protocol/read-refusal.ts'
import { readStarted, writeStart } from '#lib/swarm/protocol/start.ts'
import type { RequestedRun } from '#lib/swarm/requested-run.ts'
import { whyHeld } from '#lib/swarm/reservation.ts'
import { whyNotOn } from '#lib/swarm/why-cannot-request.ts'
import { database } from '../database.ts'
import { askHost } from './ask.ts'
import { KeptWatch } from './keep-watch.ts'
import { probeHost } from './probe-host.ts'
import { askStatus, askToCancel, isOver, type RunOnHost, runOnHost } from './run-on-host.ts'
import { understood } from './understood.ts'
import { untilRecorded } from './until-recorded.ts'

const START_MS = 60_000
/** The host's own words for a request that it will never take, and for one that cannot be carried out. */
const NEVER = ['malformed', 'cannot_start']
/** Nothing was sent: the host cannot have heard it. */
const UNSENT = ['no_host', 'no_host_key', 'host_key_changed', 'alias', 'key', 'unreachable', 'refused', 'auth']

/**
 * Tries to start a run whose turn it is. It is recorded as started, or dropped with the host's reason, or it stays in the queue and its
 * watch says why. That it is about to be sent is written down before it is: whoever comes after a crash asks the host first.
 */
export async function startRun(run: RequestedRun, signal: AbortSignal): Promise<void> {
  const on = runOnHost(run)
  const watch = new KeptWatch(run.number, Date.now())
  const wait = (words: string) => watch.set('queued', words, Date.now())

  const unusable = whyNotOn(findHost(database(), on.host))
  if (unusable !== null) return wait(unusable.sentence)
  const probe = await probeHost(on.host, on.side)
  if (!probe.ok) return wait(probe.refusal.sentence)
  const { blocks, suspicions } = preflight(probe.value, run.request)
  if (blocks.length > 0) return wait(blocks.join(' '))
  signal.throwIfAborted()
  // A probe may take long: what happened meanwhile holds.
  const { queued, held } = asItIsNow(run)
  if (!queued) return
  if (held !== null) return wait(held)

  watch.set('starting', '', Date.now())
  const askedAt = Date.now()
  const words = ['start', on.id]
  const answer = await askHost(on.host, on.side, words, { input: requestOf(run, probe.value), timeoutMs: START_MS })
  const halfWay = Math.round((askedAt + Date.now()) / 2)
  if (!answer.ok && UNSENT.includes(answer.refusal.reason)) return wait(answer.refusal.sentence)
  if (!answer.ok) return findOutWhetherItStarted(run, signal, probe.value)
  if (answer.value.code !== 0) {
    const { reason, sentence, holder } = readRefusal(answer.value.code, answer.value.err, answer.value.out.toString())
    if (NEVER.includes(reason)) return drop(run, `${on.host}: ${sentence}`, signal)
    return wait(holder === null ? `${on.host}: ${sentence}` : `${on.host} is busy with ${holder}.`)
  }
  const started = understood(on.host, answer, readStarted)
  if (!started.ok || started.value.outcome === 'known') return findOutWhetherItStarted(run, signal, probe.value)
  const { bootId, atMs } = started.value
  await recordStarted(run, on, signal, {
    bootId,
    startedAtMs: atMs,
    skewMs: atMs - halfWay,
    before: probe.value,
    suspicions,
  })
}

/**
 * A start that may or may not have been heard: the host knows. Also for a run that left the queue in that moment: then what was started is
 * ended. Until the host answers the run stays `starting`, and this is asked again.
 */
export async function findOutWhetherItStarted(
  run: RequestedRun,
  signal: AbortSignal,
  probedBefore: Probe | null = null,
): Promise<void> {
  const on = runOnHost(run)
  const watch = new KeptWatch(run.number, Date.now())
  const asked = await askStatus(on)
  if (!asked.ok)
    return watch.set('starting', `Whether it started is not known yet. ${asked.refusal.sentence}`, Date.now())
  const status = asked.value
  if (run.step === 'dropped') {
    if (status !== null && !isOver(status) && !(await askToCancel(on)).ok) return
    return untilRecorded(
      () => forgetRunWatch(database(), run.number),
      signal,
      () => {},
    )
  }
  if (status === null) return watch.set('queued', '', Date.now())
  const before = (await beforeOf(on)) ?? probedBefore
  if (before === null)
    return watch.set('starting', `${on.host} has not said yet how it was before the run.`, Date.now())
  await recordStarted(run, on, signal, {
    ...{ bootId: status.bootId, startedAtMs: status.startedAtMs, skewMs: status.atMs - Date.now(), before },
    suspicions: preflight(before, run.request).suspicions,
  })
}

function asItIsNow({ number, host, phase, requestedBy }: RequestedRun): { queued: boolean; held: string | null } {
  const role = requestedBy.role === 'system' ? null : requestedBy.role
  return {
    queued: findRequestedRun(database(), number)?.step === 'queued',
    held: whyHeld(findReservation(database(), host), { role }, phase, new Date()),
  }
}

/** As the host's script saw it right before the run; else as it is now. */
async function beforeOf(on: RunOnHost): Promise<Probe | null> {
  const kept = understood(on.host, await askHost(on.host, on.side, ['artifact', on.id, 'before']), readProbe)
  if (kept.ok) return kept.value
  const now = await probeHost(on.host, on.side)
  return now.ok ? now.value : null
}

type StartedThere = { bootId: string; startedAtMs: number; skewMs: number; before: Probe; suspicions: string[] }

async function recordStarted(
  run: RequestedRun,
  on: RunOnHost,
  signal: AbortSignal,
  { bootId, startedAtMs, skewMs, before, suspicions }: StartedThere,
): Promise<void> {
  const startedAt = new Date(startedAtMs).toISOString()
  const payload = { run: run.number, hostRunId: on.id, boot: bootId, startedAt, skewMs, before, suspicions }
  // False: somebody took it out of the queue meanwhile. Its watch still says `starting`, so that the supervisor ends it on the host.
  await untilRecorded(
    () => startedRun(database(), payload, new Date()),
    signal,
    () => {},
  )
}

async function drop(run: RequestedRun, reason: string, signal: AbortSignal): Promise<void> {
  await untilRecorded(
    () => droppedRun(database(), run.number, reason, new Date()),
    signal,
    () => {},
  )
  await untilRecorded(
    () => forgetRunWatch(database(), run.number),
    signal,
    () => {},
  )
}

/** The shorter of both deadlines: the host takes none that is longer than its own. */
function requestOf({ host, request }: RequestedRun, probe: Probe): string {
  const { from, to } = request
  const own = findHost(database(), host)?.settings.deadlineMs ?? probe.deadlineMs
  return writeStart({
    ...{ recipe: request.recipe, recipeCommit: request.commit, profile: request.profile },
    ...{ harnessCommit: request.harness, pullRequest: request.pullRequest },
    promote: from !== null && to !== null ? { from, to } : null,
    deadlineMs: Math.min(own, probe.deadlineMs),
  })
}
