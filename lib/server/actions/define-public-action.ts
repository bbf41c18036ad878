import { headers } from 'next/headers'
import type { z } from 'zod'
import type { FormState } from '#lib/forms/form-state.ts'
import { fieldsOf, readForm } from '#lib/forms/read-form.ts'
import type { Result } from '#lib/result.ts'
import { readConfiguration } from '../configuration.ts'
import { whyForeignRequest } from '../same-origin.ts'
import type { FormAction } from './define-action.ts'
import { explainIssues } from './explain-issues.ts'
import { goTo } from './go-to.ts'

type Definition<Schema extends z.ZodObject> = {
  input: Schema
  /** Answers with the path where the person stands afterwards. */
  run: (input: z.output<Schema>, at: Date) => Promise<Result<string>>
}

/** A server action that nobody needs to be signed in for: from here? -> parse -> do -> show. A refusal keeps what was typed, except passwords. */
export function definePublicAction<Schema extends z.ZodObject>(definition: Definition<Schema>): FormAction {
  return async (before, form) => {
    const fields = fieldsOf(form)
    const { password: _, ...values } = fields
    const answer = (part: Partial<FormState>): FormState => ({
      values,
      errors: {},
      alert: null,
      attempt: before.attempt + 1,
      ...part,
    })
    const foreign = whyForeignRequest(await headers(), readConfiguration())
    if (foreign !== null) return answer({ alert: foreign })
    const parsed = definition.input.safeParse(readForm(fields))
    if (!parsed.success) return answer({ ...explainIssues(parsed.error), alert: null })
    const result = await definition.run(parsed.data, new Date())
    if (result.ok) goTo(result.value)
    const { field, sentence } = result.refusal
    return answer(field === null ? { alert: sentence } : { errors: { [field]: sentence } })
  }
}
