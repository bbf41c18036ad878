import { eq } from 'drizzle-orm'
import type { Db } from '../db.ts'
import { sha256 } from '../ledger/hash.ts'
import { sealedTexts } from '../working/tables.ts'

/** The text behind a salted digest; null when it is not kept here or does not match what the ledger names. Who may read it is the caller's question. */
export function readSealed(db: Db, sealed: string): string | null {
  const row = db.select().from(sealedTexts).where(eq(sealedTexts.sealed, sealed)).get()
  return row && sha256(row.salt + row.text) === sealed ? row.text : null
}
