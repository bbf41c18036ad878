import type { RequestedRun } from './requested-run.ts'
import { type Reservation, whyHeld } from './reservation.ts'

export type QueueFacts = {
  /** Of this host; null: nobody holds it. */
  reservation: Reservation | null
  /** The run that is under way there. */
  underWay: number | null
  /** Whether the gate that a run waits for is claimed. */
  isClaimed: (phase: string, gate: string) => boolean
}

/**
 * One host's queue, first come first served: the first run that may start now, and of every other why it waits. A run that waits for a
 * claim, or for the end of somebody's reservation, lets those behind it pass.
 */
export function nextToStart(
  queue: readonly RequestedRun[],
  { reservation, underWay, isClaimed }: QueueFacts,
  now: Date,
): { start: RequestedRun | null; waits: { run: number; because: string }[] } {
  let start: RequestedRun | null = null
  let before = underWay
  const waits: { run: number; because: string }[] = []
  for (const run of queue) {
    const { number, phase, request } = run
    const own = whyWaits(run)
    if (own !== null) waits.push({ run: number, because: own })
    else if (before !== null) {
      waits.push({ run: number, because: `After run #${before}.` })
      before = number
    } else {
      start = run
      before = number
    }

    function whyWaits({ requestedBy }: RequestedRun): string | null {
      if (request.afterClaimOn !== null && !isClaimed(phase, request.afterClaimOn))
        return `It waits until ${request.afterClaimOn} is claimed.`
      const role = requestedBy.role === 'system' ? null : requestedBy.role
      return whyHeld(reservation, { role }, phase, now)
    }
  }
  return { start, waits }
}
