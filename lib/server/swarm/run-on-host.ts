import { findEvent } from '#db/ledger/list-events.ts'
import { ok, type Result } from '#lib/result.ts'
import { type HostSide, sideOf } from '#lib/swarm/host-settings.ts'
import { readRunStatus } from '#lib/swarm/protocol/read-run-status.ts'
import type { HostRunStatus } from '#lib/swarm/protocol/run-status.ts'
import type { RequestedRun } from '#lib/swarm/requested-run.ts'
import { hostRunIdOf } from '#lib/swarm/run-request.ts'
import { database } from '../database.ts'
import { askHost } from './ask.ts'
import type { SshRefusal } from './ssh/ssh-refusal.ts'
import { understood } from './understood.ts'

/** A requested run as its host knows it: asked for with the key of the side that requested it. */
export type RunOnHost = { number: number; host: string; side: HostSide; id: string }

const NO_SUCH = 3
/** The first of these hashes a log of hundreds of MB. */
const STATUS_MS = 30_000
/** TERM, ten seconds of patience, KILL, the teardown check. */
const CANCEL_MS = 100_000

export const runOnHost = ({ number, host, requestedBy, requestedSeq }: RequestedRun): RunOnHost => ({
  ...{ number, host, side: sideOf(requestedBy.role), id: hostRunIdOf(number, eventHash(requestedSeq)) },
})

/**
 * The hash of the very event that asked for the run: several ledgers can use one host, and a ledger that was restored and asks again, with a
 * number that was given before, does not take what ran then for what is asked for now.
 */
function eventHash(seq: number): string {
  const event = findEvent(database(), seq)
  if (event === null) throw new Error(`There is no event ${seq}.`)
  return event.hash
}

/** What the host knows of the run; null: it knows no such run. */
export async function askStatus({ host, side, id }: RunOnHost): Promise<Result<HostRunStatus | null, SshRefusal>> {
  const answer = await askHost(host, side, ['status', id], { timeoutMs: STATUS_MS })
  return answer.ok && answer.value.code === NO_SUCH ? ok(null) : understood(host, answer, readRunStatus)
}

/** Answers once everything of the run is gone, or could not be ended; a run that has ended already is none the worse for it. */
export async function askToCancel({ host, side, id }: RunOnHost): Promise<Result<null, SshRefusal>> {
  const answer = await askHost(host, side, ['cancel', id], { timeoutMs: CANCEL_MS })
  return answer.ok && answer.value.code === NO_SUCH ? ok(null) : understood(host, answer, () => ok(null))
}

export const isOver = ({ state }: HostRunStatus): boolean => state === 'ended' || state === 'died'
