import type { Db } from '../db.ts'
import { lastLink } from './append.ts'

type Link = { seq: number; prev: Buffer; hash: Buffer; body: Buffer }

/** Events read at once, so that a caller can yield between slices. */
const SLICE = 500

/**
 * The whole record as JSON Lines, slice by slice, up to the event that was the last when it began. `body` is a string whose UTF-8 bytes are
 * the stored bytes: SHA-256(0x00 || seq as 8 bytes big-endian || prev || body) is `hash`. Sealed reasoning is not in the ledger, so not here.
 */
export function* exportLedger(db: Db): Generator<string, void> {
  const slice = db.$client.prepare<[number, number, number], Link>(
    'SELECT seq, prev, hash, body FROM ledger WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?',
  )
  const head = lastLink(db).seq
  for (let seq = 0; seq < head; ) {
    const links = slice.all(seq, head, SLICE)
    const last = links.at(-1)
    if (last === undefined) return
    yield links.map(line).join('')
    seq = last.seq
  }
}

const line = ({ seq, prev, hash, body }: Link): string =>
  `${JSON.stringify({ seq, prev: prev.toString('hex'), hash: hash.toString('hex'), body: body.toString('utf8') })}\n`
