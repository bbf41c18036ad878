import { randomBytes } from 'node:crypto'
import type { Role } from '#lib/people/roles.ts'
import type { Db } from '../db.ts'
import { sha256 } from '../ledger/hash.ts'
import { invitations } from '../working/tables.ts'

/** How long a link may be followed: 7 days. */
export const LINK_LIFETIME_MS = 7 * 24 * 60 * 60 * 1000

/** Shown once; the database keeps only its hash. */
export type OneTimeLink = { token: string; expiresAt: Date }
export type LinkFor = { person: string; role: null; phase: null } | { person: null; role: Role; phase: string | null }

export const hashToken = (token: string): string => sha256(token)

/** Makes a link under the id of the command that asked for it; null when that id has made one before (its token is gone for good). */
export function makeLink(db: Db, id: string, target: LinkFor, invitedBy: string, now: Date): OneTimeLink | null {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + LINK_LIFETIME_MS)
  const { changes } = db
    .insert(invitations)
    .values({ id, tokenHash: hashToken(token), ...target, invitedBy, expiresAt })
    .onConflictDoNothing({ target: invitations.id })
    .run()
  return changes === 1 ? { token, expiresAt } : null
}
