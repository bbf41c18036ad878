import type { Payloads } from '#lib/ledger/payloads.ts'
import type { Role } from '#lib/people/roles.ts'
import type { RunRequest } from './run-request.ts'

/** A run that was requested here, as the record has it. Times are ISO 8601 UTC, of the server. */
export type RequestedRun = {
  number: number
  phase: string
  failure: string
  host: string
  request: RunRequest
  requestedBy: { person: string; role: Role | 'system' }
  requestedAt: string
  requestedSeq: number
  step: 'queued' | 'started' | 'ended' | 'dropped'
  started: Payloads['run.started'] | null
  startedSeq: number | null
  cancelReason: string | null
  droppedReason: string | null
  overAt: string | null
}
