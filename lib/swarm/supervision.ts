import type { Role } from '#lib/people/roles.ts'
import type { KeptFile } from '#lib/runs/attached-run.ts'
import type { Probe } from './protocol/probe.ts'
import type { HostRunCause } from './protocol/run-status.ts'
import type { RunProfile } from './words.ts'

/** Pressure during a run: the share of its time in which something waited for the resource, in per cent (PSI `some` deltas). */
export type Pressure = { cpu: number | null; io: number | null; memory: number | null; loadMax: number | null }

/**
 * What Gatehouse itself saw of a run that it started: nothing in it was typed. Times are ISO 8601 UTC: `requestedAt`, `lastByteAt` by the
 * server's clock, the rest by the host's. `begunSeq`: the event that says it started. `contaminated`: why it supports nothing; empty: it counts.
 */
export type Supervision = {
  hostRunId: string
  profile: RunProfile
  ref: string | null
  requestedBy: { person: string; role: Role | 'system'; seq: number }
  requestedAt: string
  begunSeq: number
  lastByteAt: string | null
  deadlineAt: string
  /** By how much the host's clock was ahead of the server's, in milliseconds. */
  skewMs: number | null
  boot: string
  exit: { code: number | null; cause: HostRunCause | null; words: string }
  before: Probe
  /** Null: the host could not be asked. */
  after: Probe | null
  suspicions: string[]
  pressure: Pressure | null
  load: { startedAt: string; endedAt: string | null; level: string } | null
  overlap: string[]
  left: string[]
  contaminated: string[]
  lint: KeptFile | null
  junit: KeptFile[]
  screenshot: KeptFile | null
}
