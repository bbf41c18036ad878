import type { Checkout, Psi } from './probe.ts'

/** `died`: the run's process is gone and it never wrote how it ended (killed, or the host was rebooted: compare the boot ids). */
export const hostRunStates = ['staging', 'running', 'ended', 'died'] as const
export type HostRunState = (typeof hostRunStates)[number]

/** Why the script, not the harness, ended a run. */
export const hostRunCauses = ['cancelled', 'deadline', 'capped', 'load-failed', 'staging', 'disk-full'] as const
export type HostRunCause = (typeof hostRunCauses)[number]

/** What the host knows of a run it was asked to start. Times are the host's clock in epoch milliseconds; null: not known (yet). */
export type HostRunStatus = {
  state: HostRunState
  /** Exit code of the harness; only when `ended`. Green only if 0 and `cause` is null. */
  rc: number | null
  cause: HostRunCause | null
  /** Length of the log now; its digest (64 hex) once the run is over. */
  bytes: number
  sha256: string | null
  bootId: string
  nowBootId: string
  atMs: number
  startedAtMs: number
  endedAtMs: number | null
  recipe: Checkout | null
  harness: Checkout | null
  /** What outlived the run, each in the host's words. */
  left: string[]
  /** What was there during the run and is neither baseline nor the run's own. */
  overlap: string[]
  /** Pressure while the run ran (differences, not totals since boot). */
  psi: Psi[]
  /** Highest one-minute load average seen. */
  loadMax: number | null
  loadProfile: { startedAtMs: number; endedAtMs: number | null; words: string } | null
  artifacts: { name: string; bytes: number }[]
}
