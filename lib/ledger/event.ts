import type { Role } from '#lib/people/roles.ts'
import type { EventKind, Payloads } from './payloads.ts'

type Address = {
  phase: string | null
  failure: string | null
  /** The thing the event is about, by its address within the phase: `#31`, `M1`, `F-redfix-1`. */
  subject: string | null
  /** ISO 8601 UTC, as an author says; null when nobody said. */
  statedAt: string | null
}

/** What a verb wants to record, before it has a place in the ledger. */
export type EventDraft<Kind extends EventKind = EventKind> = {
  [K in Kind]: Address & { kind: K; payload: Payloads[K] }
}[Kind]

type Envelope = {
  /** The version of its kind's payload (`versions.ts`). */
  v: number
  command: string
  part: number
  /** SHA-256 of the command's input: the same command id with another input is refused. */
  input: string
  actor: string
  role: Role | 'system'
  /** The server's clock, ISO 8601 UTC with milliseconds. */
  recordedAt: string
}

/** The body as stored: its exact bytes are hashed. */
export type EventBody<Kind extends EventKind = EventKind> = { [K in Kind]: EventDraft<K> & Envelope }[Kind]

/** `hash` as 64 hex digits. */
export type LedgerEvent<Kind extends EventKind = EventKind> = {
  [K in Kind]: EventBody<K> & { seq: number; hash: string }
}[Kind]

/** What a write answers: where it stands in the record. The same command sent twice gets the same answer. */
export type Recorded = {
  seq: number
  kind: EventKind
  phase: string | null
  failure: string | null
  subject: string | null
}
