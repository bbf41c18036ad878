import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/**
 * Begins a session for an account without asking for a password: for the practice people, and for somebody who has just joined.
 * Callable as `auth.api.sessionFor` only, never over HTTP.
 */
export const sessionFor = () =>
  ({
    id: 'session-for',
    endpoints: {
      sessionFor: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ userId: z.string() }) },
        async (context) => {
          const { internalAdapter } = context.context
          const user = await internalAdapter.findUserById(context.body.userId)
          if (!user) throw new APIError('NOT_FOUND', { message: 'No such account.' })
          const session = await internalAdapter.createSession(user.id)
          await setSessionCookie(context, { session, user })
          return { token: session.token }
        },
      ),
    },
  }) satisfies BetterAuthPlugin
