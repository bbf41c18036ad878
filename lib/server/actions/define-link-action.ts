import type { z } from 'zod'
import type { OneTimeLink } from '#db/people/one-time-link.ts'
import { formatFull } from '#lib/time/format.ts'
import { defineOnceAction, type OnceDefinition } from './define-once-action.ts'

/** For a verb that makes a one-time link. */
export const defineLinkAction = <Schema extends z.ZodObject>(definition: OnceDefinition<Schema, OneTimeLink>) =>
  defineOnceAction(definition, ({ token, expiresAt }, origin) => ({
    address: `${origin}/join/${token}`,
    expires: formatFull(expiresAt),
  }))
