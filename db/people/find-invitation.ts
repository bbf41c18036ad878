import { eq } from 'drizzle-orm'
import { can } from '#lib/people/permissions.ts'
import type { Role } from '#lib/people/roles.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import { formatFull } from '#lib/time/format.ts'
import type { Db } from '../db.ts'
import { invitations } from '../working/tables.ts'
import { findRole } from './find-role.ts'
import { GATEHOUSE } from './invite-first-operator.ts'

/** What a link is for: a role for somebody new, or (`person` set) one more account for somebody who is here. */
export type Invitation = { id: string; invitedBy: string } & (
  | { person: null; role: Role; phase: string | null }
  | { person: string; role: null }
)

/** The open invitation behind the SHA-256 of a token, or why there is none. At `now` equal to the expiry it has expired. */
export function findInvitation(db: Db, tokenHash: string, now: Date): Result<Invitation> {
  const row = db.select().from(invitations).where(eq(invitations.tokenHash, tokenHash)).get()
  if (!row)
    return refuse(
      because('unknown_link', 'There is no such link. Was it copied whole? A newer one may have replaced it.'),
    )
  const { id, person, role, phase, invitedBy, expiresAt, usedAt } = row
  if (usedAt !== null) {
    return refuse(
      because('link_used', `This link was used ${formatFull(usedAt)}, and works once. Whoever joined can sign in.`),
    )
  }
  if (expiresAt <= now) {
    return refuse(
      because('link_expired', `This link expired ${formatFull(expiresAt)}. Ask the Operator for a new one.`),
    )
  }
  // Who lost the right to invite also loses the links they left lying around.
  if (invitedBy !== GATEHOUSE && !can({ role: findRole(db, invitedBy, phase) }, 'person.invite')) {
    return refuse(
      because('link_withdrawn', 'Whoever made this link may no longer invite. Ask the Operator for a new one.'),
    )
  }
  if (person !== null) return ok({ id, invitedBy, person, role: null })
  if (role === null) throw new Error(`Invitation ${id} is for nobody.`)
  return ok({ id, invitedBy, person: null, role, phase })
}
