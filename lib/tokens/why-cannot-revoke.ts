import type { Actor } from '#lib/people/roles.ts'
import { because, type Refusal } from '#lib/result.ts'
import { formatFull } from '#lib/time/format.ts'
import { isExpired, type TokenFacts } from './token-facts.ts'

export type RevokeRefusal = Refusal<'no_such_token' | 'not_your_token' | 'revoked_already' | 'expired_already'>

/** The person themselves or an Operator ends a token; one that has ended by itself is left as it is. Null: they may. */
export function whyCannotRevoke(
  token: TokenFacts | null,
  phase: string,
  actor: Actor,
  now: Date,
): RevokeRefusal | null {
  if (token === null || token.phase !== phase) return because('no_such_token', 'There is no such token in this phase.')
  if (token.person !== actor.person && actor.role !== 'operator')
    return because('not_your_token', 'Only the person who issued a token, or the Operator, revokes it.')
  if (token.revokedAt !== null)
    return because(
      'revoked_already',
      `It was revoked already, ${formatFull(token.revokedAt)}: ${token.revokedReason ?? ''}`,
    )
  if (isExpired(token, now))
    return because('expired_already', `It expired ${formatFull(token.expiresAt)}, and opens nothing.`)
  return null
}
