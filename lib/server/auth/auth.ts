import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { betterAuth } from 'better-auth/minimal'
import { nextCookies } from 'better-auth/next-js'
import { account, session, user, verification } from '#db/working/tables.ts'
import { PASSWORD_LENGTH } from '#lib/people/password-length.ts'
import { readConfiguration } from '../configuration.ts'
import { database } from '../database.ts'
import { once } from '../once.ts'
import { authSecret } from './secret.ts'
import { sessionFor } from './session-for.ts'

const DAY_S = 24 * 60 * 60

/**
 * Sign-in, by better-auth over the working tables. Its HTTP handler is not mounted: our server actions call `auth().api`, after their
 * own check of the origin and the number of tries. Accounts come into being through one-time links only (`acceptInvitation`).
 */
export const auth = () => once('auth', makeAuth)

function makeAuth() {
  const { origin, dataFolder } = readConfiguration()
  return betterAuth({
    appName: 'Gatehouse',
    // Decides whether cookies are `Secure`; in practice mode any loopback address is right.
    baseURL: origin?.origin ?? 'http://127.0.0.1',
    secret: authSecret(dataFolder),
    database: drizzleAdapter(database(), { provider: 'sqlite', schema: { user, session, account, verification } }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.least,
      maxPasswordLength: PASSWORD_LENGTH.most,
    },
    user: { additionalFields: { person: { type: 'string', required: true, input: false } } },
    // A page cannot set cookies, so a session is not prolonged while pages are read: it ends a week after sign-in.
    session: { expiresIn: 7 * DAY_S, disableSessionRefresh: true },
    rateLimit: { enabled: false },
    advanced: { cookiePrefix: 'gatehouse' },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    plugins: [sessionFor(), nextCookies()],
  })
}
