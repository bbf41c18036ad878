import { randomUUID } from 'node:crypto'
import { headers } from 'next/headers'
import type { z } from 'zod'
import type { Db } from '#db/db.ts'
import type { OneTimeLink } from '#db/people/one-time-link.ts'
import { fieldsOf, readForm } from '#lib/forms/read-form.ts'
import { type Command, CommandId } from '#lib/ledger/command.ts'
import type { LinkState } from '#lib/people/link-state.ts'
import type { Permission } from '#lib/people/permissions.ts'
import type { Result } from '#lib/result.ts'
import { formatFull } from '#lib/time/format.ts'
import { currentPerson } from '../auth/current-actor.ts'
import { readConfiguration } from '../configuration.ts'
import { database } from '../database.ts'
import { whyForeignRequest } from '../same-origin.ts'
import { explainIssues } from './explain-issues.ts'
import { withRetries } from './with-retries.ts'

export type LinkAction = (before: LinkState, form: FormData) => Promise<LinkState>

type Definition<Schema extends z.ZodObject> = {
  /** Named for the role matrix; the verb checks it inside the transaction, against the same table. */
  permission: Permission
  input: Schema
  run: (db: Db, command: Command<z.output<Schema>>) => Result<OneTimeLink>
}

/** As `defineAction`, for a verb that makes a one-time link: the answer shows it, once, and nothing else does (no address, no log). */
export function defineLinkAction<Schema extends z.ZodObject>(definition: Definition<Schema>): LinkAction {
  return async (before, form) => {
    const fields = fieldsOf(form)
    // A copy with the usual prototype: React passes no other kind to the browser.
    const values = { ...fields }
    const attempt = before.attempt + 1
    const answer = (part: Partial<LinkState>): LinkState => ({
      values,
      errors: {},
      alert: null,
      attempt,
      made: null,
      ...part,
    })

    const sent = await headers()
    const configuration = readConfiguration()
    const foreign = whyForeignRequest(sent, configuration)
    if (foreign !== null) return answer({ alert: foreign })
    const person = await currentPerson()
    if (person === null)
      return answer({ alert: 'You are no longer signed in. Sign in in another tab, then submit again.' })
    const id = CommandId.safeParse(fields.commandId?.at(-1))
    if (!id.success) return answer(explainIssues(id.error))
    const parsed = definition.input.safeParse(readForm(fields))
    if (!parsed.success) return answer({ ...explainIssues(parsed.error), alert: null })

    const actor = { person: person.person, name: person.name, role: null }
    const command = { id: id.data, actor, at: new Date(), input: parsed.data }
    const result = await withRetries(() => definition.run(database(), command))
    if (!result.ok) {
      const { field, sentence } = result.refusal
      return answer(field === null ? { alert: sentence } : { errors: { [field]: sentence } })
    }
    const { token, expiresAt } = result.value
    const origin = configuration.origin?.origin ?? `http://${sent.get('host')}`
    const made = { address: `${origin}/join/${token}`, expires: formatFull(expiresAt), nextCommandId: randomUUID() }
    return answer({ values: {}, made })
  }
}
