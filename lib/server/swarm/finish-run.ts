import { findHost } from '#db/swarm/list-hosts.ts'
import { forgetRunWatch } from '#db/swarm/run-watches.ts'
import { endedRun } from '#db/swarm/supervise.ts'
import { ok, type Refusal, type Result } from '#lib/result.ts'
import type { Probe } from '#lib/swarm/protocol/probe.ts'
import { readProbe } from '#lib/swarm/protocol/read-probe.ts'
import type { HostRunStatus } from '#lib/swarm/protocol/run-status.ts'
import { database } from '../database.ts'
import { askHost } from './ask.ts'
import { type EndOfRun, endedRunOf } from './ended-run.ts'
import { fetchRunFiles, NO_FILES } from './fetch-run-files.ts'
import { probeHost } from './probe-host.ts'
import type { RunOnHost } from './run-on-host.ts'
import { type SealedLog, sealLog } from './seal-log.ts'
import { markEnded, type Spool } from './spool.ts'
import { understood } from './understood.ts'
import { untilRecorded } from './until-recorded.ts'

/**
 * `status` null: the host cannot be asked for it, or knows it no more. `lostBecause`: why it counts as lost whatever the host says. `hasNoHope`:
 * what the host does not give now is done without.
 */
export type Ending = { status: HostRunStatus | null; lostBecause: string | null; isCapped: boolean; hasNoHope: boolean }
export type Finishing = Pick<EndOfRun, 'run' | 'started' | 'startedSeq' | 'lastByteAt' | 'deadlineAt'> & {
  on: RunOnHost
  spool: Spool
  signal: AbortSignal
  told: (words: string) => void
}

/**
 * Seals the log, fetches what the run left, judges it by the rules and records it as evidence. Every step may be done again, also by another
 * process: what is kept stays kept, and the run is recorded once. Refused: the host or the disk here, to be tried again.
 */
export async function finishRun(finishing: Finishing, ending: Ending): Promise<Result<null, Refusal>> {
  const { on, run, spool, signal, told } = finishing
  const { status, lostBecause, isCapped, hasNoHope } = ending
  const [sealed, files, after] = await Promise.all([
    sealIt(),
    status?.state === 'ended' && lostBecause === null ? fetchRunFiles(on, status) : ok(NO_FILES),
    status === null ? ok(null) : probeAfter(on, status),
  ])
  if (!sealed.ok) return sealed
  if (!files.ok && !hasNoHope) return files
  if (!after.ok && !hasNoHope) return after

  const attached = endedRunOf({
    ...finishing,
    ...{ status, lostBecause, files: files.ok ? files.value : UNFETCHED, after: after.ok ? after.value : null },
    log: isCapped ? cutOff(sealed.value) : sealed.value,
    pressureCounts: findHost(database(), run.host)?.settings.kind !== 'practice',
  })
  await untilRecorded(() => endedRun(database(), attached, new Date()), signal, told)
  await markEnded(spool.folder)
  // So that nobody reads on the host's page what was in flight.
  void probeHost(on.host, on.side)
  await untilRecorded(() => forgetRunWatch(database(), run.number), signal, told)
  return ok(null)

  async function sealIt() {
    const said = isCapped ? null : status // of a log that was cut off here, the host's digest says nothing
    const sealed = await sealLog(on, spool, said)
    return sealed.ok || !hasNoHope || said === null ? sealed : sealLog(on, spool, null)
  }
}

const UNFETCHED = { ...NO_FILES, troubles: ['What it left on the host could not be fetched.'] }

/** The host is there, and says nothing of use. */
export const ANSWERED: readonly string[] = ['not_understood', 'not_done', 'too_long']

/** As the host script saw it right after the run; where it could not (it was killed), as the host is now. */
async function probeAfter(on: RunOnHost, { artifacts }: HostRunStatus): Promise<Result<Probe | null, Refusal>> {
  if (artifacts.some(({ name }) => name === 'after')) {
    const answer = await askHost(on.host, on.side, ['artifact', on.id, 'after'])
    if (!answer.ok) return answer
    const probe = understood(on.host, answer, readProbe)
    if (probe.ok) return probe
  }
  const probe = await probeHost(on.host, on.side)
  return probe.ok || !ANSWERED.includes(probe.refusal.reason) ? probe : ok(null)
}

const cutOff = (log: SealedLog): SealedLog => ({
  ...log,
  whole: false,
  words: 'Its log passed the cap here too: what came after is not kept.',
})
