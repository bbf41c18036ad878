import type { EventBody, LedgerEvent } from '#lib/ledger/event.ts'
import { lift } from '#lib/ledger/versions.ts'

/**
 * A stored row as an event, in the newest version of its kind. The body was written by `append` and is covered by the hash, so its shape is taken as recorded;
 * a body that is not JSON throws (the row was damaged: `verifyLedger` names it).
 */
export function readEvent(row: { seq: number; hash: Uint8Array; body: Uint8Array }): LedgerEvent {
  const body: EventBody = JSON.parse(Buffer.from(row.body).toString('utf8'))
  return { ...lift(body), seq: row.seq, hash: Buffer.from(row.hash).toString('hex') }
}
