import { z } from 'zod'
import type { Actor } from '#lib/people/roles.ts'

/** A person's wish to change the record. `id` comes with the form, so that a double submit is one command; `at` is the server's clock. */
export type Command<Input> = { id: string; actor: Actor; at: Date; input: Input }

/** Every form carries one. */
export const CommandId = z.uuid('This form has lost its identity. Reload the page and submit again.')
