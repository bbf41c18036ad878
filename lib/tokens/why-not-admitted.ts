import { can } from '#lib/people/permissions.ts'
import { ROLE_WORD, type Role } from '#lib/people/roles.ts'
import { because, type Refusal } from '#lib/result.ts'
import { formatFull } from '#lib/time/format.ts'
import { isExpired, type TokenFacts } from './token-facts.ts'

export type NotAdmitted = Refusal<'token_revoked' | 'token_expired' | 'role_lost'>

/**
 * Why a token that is known opens nothing now, or null. It never gives more than its person has: `held` is the role they have in its
 * phase at this moment, and one that acts must act in exactly that.
 */
export function whyNotAdmitted(token: TokenFacts, held: Role | null, now: Date): NotAdmitted | null {
  if (token.revokedAt !== null)
    return because(
      'token_revoked',
      `This token was revoked ${formatFull(token.revokedAt)}: ${token.revokedReason ?? ''}`,
    )
  if (isExpired(token, now))
    return because('token_expired', `This token expired ${formatFull(token.expiresAt)}. Issue another.`)
  if (!can({ role: held }, 'record.read'))
    return because('role_lost', `Whoever issued this token has no role in ${token.phase} any more.`)
  if (token.role !== null && token.role !== held)
    return because(
      'role_lost',
      `This token acts as the ${ROLE_WORD[token.role]} of ${token.phase}, and whoever issued it is not that there any more.`,
    )
  return null
}
