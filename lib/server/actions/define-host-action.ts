import { headers } from 'next/headers'
import type { z } from 'zod'
import type { FormState } from '#lib/forms/form-state.ts'
import { fieldsOf, readForm } from '#lib/forms/read-form.ts'
import { type Command, CommandId } from '#lib/ledger/command.ts'
import { can, explainPermission, type Permission } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import type { Result } from '#lib/result.ts'
import { actorIn } from '../auth/current-actor.ts'
import { readConfiguration } from '../configuration.ts'
import { whyForeignRequest } from '../same-origin.ts'
import type { FormAction } from './define-action.ts'
import { explainIssues } from './explain-issues.ts'
import { goTo } from './go-to.ts'

type Definition<Schema extends z.ZodObject> = {
  permission: Permission
  input: Schema
  /** The phase whose role counts; null: the role in every phase. */
  phaseOf: (input: z.output<Schema>) => string | null
  /** Asks the host, records what is to be recorded, and answers with the address where the person stands afterwards. */
  act: (command: Command<z.output<Schema>> & { actor: Actor }) => Promise<Result<string>>
}

/**
 * As `defineAction`, for what a host has to be asked first: from here? -> who -> parse -> may they -> ask and do -> show. Nobody's host is
 * asked for somebody who may not; the verb that records checks the permission once more, inside its transaction.
 */
export function defineHostAction<Schema extends z.ZodObject>(definition: Definition<Schema>): FormAction {
  return async (before, form) => {
    const fields = fieldsOf(form)
    const answer = (part: Partial<FormState>): FormState => ({
      ...{ values: fields, errors: {}, alert: null, attempt: before.attempt + 1 },
      ...part,
    })
    const foreign = whyForeignRequest(await headers(), readConfiguration())
    if (foreign !== null) return answer({ alert: foreign })
    const nobody = (await actorIn(null)) === null
    if (nobody)
      return answer({
        alert: 'You are no longer signed in. Sign in in another tab, then submit again: what you typed stays here.',
        signedOut: true,
      })
    const id = CommandId.safeParse(fields.commandId?.at(-1))
    if (!id.success) return answer(explainIssues(id.error))
    const parsed = definition.input.safeParse(readForm(fields))
    if (!parsed.success) return answer(explainIssues(parsed.error))
    const actor = await actorIn(definition.phaseOf(parsed.data))
    if (actor === null || !can(actor, definition.permission))
      return answer({ alert: explainPermission(actor ?? { role: null }, definition.permission) })

    const result = await definition.act({ id: id.data, actor, input: parsed.data, at: new Date() })
    if (result.ok) goTo(result.value)
    const { field, sentence } = result.refusal
    return answer(
      field === null ? { alert: sentence } : { errors: { [field]: sentence }, alert: 'Nothing was recorded.' },
    )
  }
}
