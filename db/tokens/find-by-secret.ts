import { timingSafeEqual } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { TokenFacts } from '#lib/tokens/token-facts.ts'
import { tokenIdOf } from '#lib/tokens/token-secret.ts'
import type { Db } from '../db.ts'
import { sha256 } from '../ledger/hash.ts'
import { tokenDigests } from '../working/tables.ts'
import { findToken } from './find-token.ts'

const NO_DIGEST = '0'.repeat(64)

/** The token behind a secret, whatever its standing; null when there is none. Takes as long for a wrong secret as for a right one. */
export function findTokenBySecret(db: Db, secret: string): TokenFacts | null {
  const id = tokenIdOf(secret)
  const row = db
    .select()
    .from(tokenDigests)
    .where(eq(tokenDigests.token, id ?? ''))
    .get()
  const same = timingSafeEqual(Buffer.from(row?.digest ?? NO_DIGEST), Buffer.from(sha256(secret)))
  return same && id !== null ? findToken(db, id) : null
}
