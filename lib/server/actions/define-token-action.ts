import type { z } from 'zod'
import type { IssuedToken } from '#db/tokens/issue-token.ts'
import { formatFull } from '#lib/time/format.ts'
import { defineOnceAction, type OnceDefinition } from './define-once-action.ts'

/** For a verb that issues a token. */
export const defineTokenAction = <Schema extends z.ZodObject>(definition: OnceDefinition<Schema, IssuedToken>) =>
  defineOnceAction(definition, ({ secret, expiresAt }) => ({ secret, expires: formatFull(expiresAt) }))
