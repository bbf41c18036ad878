import { eq } from 'drizzle-orm'
import type { LedgerEntry } from '#lib/ledger/ledger-entry.ts'
import type { Db } from '../db.ts'
import { hashEvent } from './hash.ts'
import { ledger } from './table.ts'

/**
 * One event exactly as stored. `body` is the text of its bytes, never parsed here; `matches` says whether content and hash still belong
 * together (its place in the chain is `verifyLedger`'s question). `prev` as 64 hex digits.
 */
export type LedgerLink = LedgerEntry & { prev: string; body: string; matches: boolean }

export function findLink(db: Db, seq: number): LedgerLink | null {
  const row = db.select().from(ledger).where(eq(ledger.seq, seq)).get()
  if (!row) return null
  const { commandId: _, part: __, prev, hash, body, ...rest } = row
  return {
    ...rest,
    prev: prev.toString('hex'),
    hash: hash.toString('hex'),
    body: body.toString('utf8'),
    matches: hashEvent(seq, prev, body).equals(hash),
  }
}
