import type { Db } from '../db.ts'
import { clearDamage, markDamaged } from './damage.ts'
import { GENESIS, hashEvent } from './hash.ts'

export type Verification =
  | { ok: true; events: number; head: string }
  | { ok: false; events: number; firstBad: number; because: string }

/** `columnsHold`: 0 where a generated column, stored beside the body and outside the hash, does not say what the body says. */
type Link = { seq: number; prev: Buffer; hash: Buffer; body: Buffer; isJson: 0 | 1; columnsHold: 0 | 1 }

/** Walks the chain in slices of this many events, so that a caller can yield between them. */
const SLICE = 1_000

const COLUMNS = {
  command_id: 'command',
  part: 'part',
  kind: 'kind',
  actor: 'actor',
  role: 'role',
  phase: 'phase',
  failure: 'failure',
  subject: 'subject',
  recorded_at: 'recordedAt',
}
const HOLD = Object.entries(COLUMNS).map(([column, member]) => `${column} IS (CAST(body AS TEXT) ->> '$.${member}')`)
const LINKS = `SELECT seq, prev, hash, body, json_valid(body) AS isJson,
  CASE WHEN json_valid(body) THEN ${HOLD.join(' AND ')} ELSE 0 END AS columnsHold
  FROM ledger WHERE seq > ? ORDER BY seq LIMIT ?`

/**
 * Walks the whole chain: sequence without a gap, each `prev` the hash before, each hash right, each body JSON, each column as the body.
 * The first event that fails is named, and writing through this handle is refused until a later walk succeeds.
 */
export function* verifyLedger(db: Db): Generator<number, Verification> {
  const slice = db.$client.prepare<[number, number], Link>(LINKS)
  let seq = 0
  let prev: Uint8Array = GENESIS
  // The first slice begins before 1: an event slipped in below it would be read with the others.
  for (let after = Number.MIN_SAFE_INTEGER; ; after = seq) {
    const links = slice.all(after, SLICE)
    for (const link of links) {
      const because = whatIsWrong(link, seq + 1, prev)
      if (because) {
        markDamaged(db, seq + 1)
        return { ok: false, events: seq, firstBad: seq + 1, because }
      }
      seq = link.seq
      prev = link.hash
    }
    if (links.length < SLICE) {
      clearDamage(db)
      return { ok: true, events: seq, head: Buffer.from(prev).toString('hex') }
    }
    yield seq
  }
}

function whatIsWrong(link: Link, expected: number, prev: Uint8Array): string | null {
  if (link.seq > expected) return `event ${expected} is missing`
  if (link.seq < expected) return `event ${link.seq} stands where event ${expected} must be the first`
  if (!link.prev.equals(prev)) return 'it does not follow the event before'
  if (!hashEvent(link.seq, link.prev, link.body).equals(link.hash)) return 'its content does not match its hash'
  if (link.isJson === 0) return 'its content is not JSON'
  if (link.columnsHold === 0) return 'a column beside its content says something else'
  return null
}
