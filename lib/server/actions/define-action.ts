import { headers } from 'next/headers'
import type { z } from 'zod'
import type { Db } from '#db/db.ts'
import type { FormState } from '#lib/forms/form-state.ts'
import { fieldsOf, readForm } from '#lib/forms/read-form.ts'
import { type Command, CommandId } from '#lib/ledger/command.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import type { Permission } from '#lib/people/permissions.ts'
import type { Result } from '#lib/result.ts'
import { currentPerson } from '../auth/current-actor.ts'
import { readConfiguration } from '../configuration.ts'
import { database } from '../database.ts'
import { whyForeignRequest } from '../same-origin.ts'
import { explainIssues } from './explain-issues.ts'
import { goTo } from './go-to.ts'
import { newCommandId } from './new-command-id.ts'
import { withRetries } from './with-retries.ts'

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>

type Definition<Schema extends z.ZodObject> = {
  /** Named for the role matrix; `record` checks it inside the transaction, against the same table. */
  permission: Permission
  input: Schema
  run: (db: Db, command: Command<z.output<Schema>>) => Result<Recorded>
  /** Where the person stands afterwards. */
  goTo: (recorded: Recorded, input: z.output<Schema>) => string
}

/**
 * A server action of a form, written once for all: from here? -> who -> parse -> do -> show. Nothing is recorded unless every step holds;
 * a refusal keeps what was typed. Works without JavaScript (`useActionState` posts natively).
 */
export function defineAction<Schema extends z.ZodObject>(definition: Definition<Schema>): FormAction {
  return async (before, form) => {
    const fields = fieldsOf(form)
    const answer = (part: Partial<FormState>): FormState => ({
      values: fields,
      errors: {},
      alert: null,
      attempt: before.attempt + 1,
      ...part,
    })

    const foreign = whyForeignRequest(await headers(), readConfiguration())
    if (foreign !== null) return answer({ alert: foreign })
    const person = await currentPerson()
    if (person === null)
      return answer({
        alert: 'You are no longer signed in. Sign in in another tab, then submit again: what you typed stays here.',
        signedOut: true,
      })

    const id = CommandId.safeParse(fields.commandId?.at(-1))
    if (!id.success) return answer(explainIssues(id.error))
    const parsed = definition.input.safeParse(readForm(fields))
    if (!parsed.success) return answer(explainIssues(parsed.error))
    const actor = { person: person.person, name: person.name, role: null }
    const command = { id: id.data, actor, input: parsed.data }

    const result = await withRetries(() => definition.run(database(), { ...command, at: new Date() }))
    if (!result.ok) {
      const { reason, field, sentence } = result.refusal
      return answer({
        ...(field === null ? { alert: sentence } : { errors: { [field]: sentence }, alert: 'Nothing was recorded.' }),
        ...(reason === 'command_reused' ? { commandId: newCommandId() } : {}),
      })
    }
    goTo(definition.goTo(result.value, command.input))
  }
}
