import { headers } from 'next/headers'
import type { z } from 'zod'
import type { Db } from '#db/db.ts'
import type { OnceState } from '#lib/forms/once-state.ts'
import { fieldsOf, readForm } from '#lib/forms/read-form.ts'
import { type Command, CommandId } from '#lib/ledger/command.ts'
import type { Permission } from '#lib/people/permissions.ts'
import type { Result } from '#lib/result.ts'
import { currentPerson } from '../auth/current-actor.ts'
import { readConfiguration } from '../configuration.ts'
import { database } from '../database.ts'
import { whyForeignRequest } from '../same-origin.ts'
import { explainIssues } from './explain-issues.ts'
import { newCommandId } from './new-command-id.ts'
import { withRetries } from './with-retries.ts'

export type OnceAction<Made> = (before: OnceState<Made>, form: FormData) => Promise<OnceState<Made>>

export type OnceDefinition<Schema extends z.ZodObject, Value> = {
  /** Named for the role matrix; the verb checks it inside the transaction, against the same table. */
  permission: Permission
  input: Schema
  run: (db: Db, command: Command<z.output<Schema>>) => Result<Value>
}

/**
 * As `defineAction`, for a verb that makes a secret: the answer shows it, once, and nothing else does (no address, no log). `show`: what of
 * it is seen; `origin` is where people find this Gatehouse.
 */
export function defineOnceAction<Schema extends z.ZodObject, Value, Made>(
  definition: OnceDefinition<Schema, Value>,
  show: (value: Value, origin: string) => Made,
): OnceAction<Made> {
  return async (before, form) => {
    const fields = fieldsOf(form)
    // A copy with the usual prototype: React passes no other kind to the browser.
    const values = { ...fields }
    const attempt = before.attempt + 1
    const answer = (part: Partial<OnceState<Made>>): OnceState<Made> => ({
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
    const command = { id: id.data, actor, input: parsed.data }
    const result = await withRetries(() => definition.run(database(), { ...command, at: new Date() }))
    if (!result.ok) {
      const { field, sentence } = result.refusal
      return answer(field === null ? { alert: sentence } : { errors: { [field]: sentence } })
    }
    const made = show(result.value, configuration.origin?.origin ?? `http://${sent.get('host')}`)
    return answer({ values: {}, made: { ...made, nextCommandId: newCommandId() } })
  }
}
