import type { Checkout, Psi } from './probe.ts'

/** `died`: the run's process is gone and it never wrote how it ended (killed, or the host was rebooted: compare the boot ids). */
export const hostRunStates = ['staging', 'running', 'ended', 'died'] as const
export type HostRunState = (typeof hostRunStates)[number]

/** Why the script, not the harness, ended a run. */
export const hostRunCauses = [
  'cancelled',
  'deadline',
  'capped',
  'load-failed',
  'staging',
  'disk-full',
  'watcher-lost',
] as const
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
  /** As the run was asked for; null: an older script, which does not say it. */
  profile: string | null
  recipe: Checkout | null
  harness: Checkout | null
  /** What outlived the run, each in the host's words; of more than 200 the first. */
  left: string[]
  /** What was there during the run or came with its end, and is neither baseline nor the run's own; `unknown: …`: what could not be looked at. */
  overlap: string[]
  /** Pressure while the harness ran (differences, not totals since boot), counted from `psiSinceMs`: after staging. Null: an older script. */
  psi: Psi[]
  psiSinceMs: number | null
  /** Highest one-minute load average seen. */
  loadMax: number | null
  loadProfile: { startedAtMs: number; endedAtMs: number | null; words: string } | null
  artifacts: { name: string; bytes: number }[]
}
