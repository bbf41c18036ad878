import type { AttachedRun } from '#lib/runs/attached-run.ts'
import type { HostSettings } from './host-settings.ts'
import type { Probe } from './protocol/probe.ts'
import type { RequestedRun } from './requested-run.ts'
import type { OfferedHost } from './why-cannot-request.ts'
import type { RunStatus } from './words.ts'

/** A host as configured, with what it said of itself when it was asked last. `probedAt`: epoch milliseconds; `problem`: why it could not be asked. */
export type KnownHost = OfferedHost & {
  settings: HostSettings
  probe: Probe | null
  probedAt: number | null
  problem: string | null
}

/** How the supervisor stands with a run. Times are epoch milliseconds of the server, `bytes` of its log. */
export type RunWatchFacts = {
  status: RunStatus
  since: number
  words: string
  startedAt: number | null
  lastByteAt: number | null
  deadlineAt: number | null
  bytes: number
}

/** A run that waits, and why. */
export type Waiting = { run: RequestedRun; because: string }

/** Load, and the share of time in which something waited for a processor (per cent, PSI). */
export type HostSample = { atMs: number; load: number; cpu: number | null }

/** A run that is over. `run` null: it never started. `overAt`: ISO 8601 UTC. */
export type RunLately = {
  number: number
  phase: string
  failure: string
  role: string
  overAt: string | null
  droppedReason: string | null
  run: AttachedRun | null
  leftOut: string | null
}
