import type { Db } from '#db/db.ts'
import { findPerson } from '#db/people/find-person.ts'
import { findRole } from '#db/people/find-role.ts'
import { findTokenBySecret } from '#db/tokens/find-by-secret.ts'
import { findToken } from '#db/tokens/find-token.ts'
import type { Actor } from '#lib/people/roles.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import type { TokenFacts } from '#lib/tokens/token-facts.ts'
import { whyNotAdmitted } from '#lib/tokens/why-not-admitted.ts'

/** A program at the door: its token, and its person with the role they have in the token's phase now. */
export type Admitted = { token: TokenFacts; actor: Actor }

const BEARER = /^Bearer +(\S+) *$/i
const NO_TOKEN =
  'Send a token: “Authorization: Bearer gh_…”. Somebody with a role in the phase issues it on the page “Tokens”.'
const UNKNOWN = 'There is no such token. Was it copied whole?'

/** Who asks, by the Authorization header alone: no cookie is looked at. Refused with the sentence that says why. */
export function admit(db: Db, headers: { get(name: string): string | null }, now: Date): Result<Admitted> {
  const secret = BEARER.exec(headers.get('authorization') ?? '')?.[1]
  if (secret === undefined) return refuse(because('no_token', NO_TOKEN))
  const token = findTokenBySecret(db, secret)
  return token === null ? refuse(because('unknown_token', UNKNOWN)) : admitAs(db, token, now)
}

/** The same for a token that was admitted a moment ago: inside the transaction of its act, and while it waits. */
export function admitAgain(db: Db, { token }: Admitted, now: Date): Result<Admitted> {
  const held = findToken(db, token.token)
  return held === null ? refuse(because('unknown_token', UNKNOWN)) : admitAs(db, held, now)
}

function admitAs(db: Db, token: TokenFacts, now: Date): Result<Admitted> {
  const role = findRole(db, token.person, token.phase)
  const refusal = whyNotAdmitted(token, role, now)
  if (refusal !== null) return refuse(refusal)
  const name = findPerson(db, token.person)?.name ?? token.person
  return ok({ token, actor: { person: token.person, name, role } })
}
