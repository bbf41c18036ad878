import type { Role } from '#lib/people/roles.ts'

/** What a program signs in with, as the record knows it. Times are ISO 8601 UTC. `role` null: it only reads. */
export type TokenFacts = {
  token: string
  person: string
  phase: string
  role: Role | null
  name: string
  issuedAt: string
  expiresAt: string
  revokedAt: string | null
  revokedReason: string | null
}

/** At the very moment of its expiry a token has expired. */
export const isExpired = ({ expiresAt }: Pick<TokenFacts, 'expiresAt'>, now: Date): boolean =>
  Date.parse(expiresAt) <= now.getTime()
