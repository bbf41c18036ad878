import { isAPIError } from 'better-auth/api'
import { headers } from 'next/headers'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import { once } from '../once.ts'
import { countAttempts } from './attempts.ts'
import { auth } from './auth.ts'
import { clientAddress } from './client-address.ts'

const UNKNOWN = 'No account here has this email and this password.'

/** Begins a session by password; the cookie goes out with the answer. Refuses after too many tries for the email or from the address. */
export async function signIn(email: string, password: string, now: Date): Promise<Result<null>> {
  const attempts = once('sign-in attempts', countAttempts)
  const keys = [`email:${email}`, `address:${clientAddress(await headers())}`]
  const wait = attempts.begin(keys, now)
  if (wait !== null) return refuse(because('too_many_tries', wait, 'password'))
  try {
    await auth().api.signInEmail({ body: { email, password } })
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return refuse(because('unknown_account', UNKNOWN, 'password'))
    throw error
  }
  attempts.succeed(keys, now)
  return ok(null)
}
