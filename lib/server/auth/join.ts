import { randomUUID } from 'node:crypto'
import { acceptInvitation } from '#db/people/accept-invitation.ts'
import { acceptRole } from '#db/people/accept-role.ts'
import { findInvitation } from '#db/people/find-invitation.ts'
import type { Person } from '#db/people/find-person.ts'
import { hashToken } from '#db/people/one-time-link.ts'
import type { JoinInput } from '#lib/people/people-inputs.ts'
import { because, type Result, refuse } from '#lib/result.ts'
import { withRetries } from '../actions/with-retries.ts'
import { database } from '../database.ts'
import { auth } from './auth.ts'
import { currentPerson } from './current-actor.ts'

/** Somebody follows a one-time link with a password of their own, and is signed in. */
export async function join({ token, name, email, password }: JoinInput, now: Date): Promise<Result<Person>> {
  const db = database()
  const tokenHash = hashToken(token)
  // Asked before the password is hashed: that is work only for who has a link. Decided again inside the transaction.
  const invitation = findInvitation(db, tokenHash, now)
  if (!invitation.ok) return invitation
  if (invitation.value.person === null && name === undefined)
    return refuse(because('no_name', 'Type your name.', 'name'))

  const context = await auth().$context
  const account = { id: randomUUID(), email, passwordHash: await context.password.hash(password) }
  const joined = await withRetries(() => acceptInvitation(db, { tokenHash, name: name ?? '', account }, now))
  if (joined.ok) await auth().api.sessionFor({ body: { userId: account.id } })
  return joined
}

/** Somebody who is signed in follows a link for a role, as who they are. */
export async function takeRole(token: string, now: Date): Promise<Result<Person>> {
  const signedIn = await currentPerson()
  if (signedIn === null) return refuse(because('not_signed_in', 'You are no longer signed in. Reload the page.'))
  return withRetries(() => acceptRole(database(), hashToken(token), signedIn, now))
}
