import { and, asc, eq } from 'drizzle-orm'
import type { TokenFacts } from '#lib/tokens/token-facts.ts'
import type { Db } from '../db.ts'
import { type AsOf, heldAt } from '../projections/as-of.ts'
import { tokens } from '../projections/tables.ts'

const FACTS = {
  token: tokens.token,
  person: tokens.person,
  phase: tokens.phase,
  role: tokens.role,
  name: tokens.name,
  issuedAt: tokens.issuedAt,
  expiresAt: tokens.expiresAt,
  revokedAt: tokens.revokedAt,
  revokedReason: tokens.revokedReason,
}

export function findToken(db: Db, token: string, seq: AsOf = null): TokenFacts | null {
  const row = db
    .select(FACTS)
    .from(tokens)
    .where(and(eq(tokens.token, token), heldAt(tokens, seq)))
    .get()
  return row ?? null
}

/** Every token of a phase, ended ones too, in the order in which they were issued. */
export const listTokens = (db: Db, phase: string, seq: AsOf = null): TokenFacts[] =>
  db
    .select(FACTS)
    .from(tokens)
    .where(and(eq(tokens.phase, phase), heldAt(tokens, seq)))
    .orderBy(asc(tokens.issuedAt), asc(tokens.token))
    .all()
