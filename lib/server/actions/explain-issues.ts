import type { z } from 'zod'
import type { FormState } from '#lib/forms/form-state.ts'

/** Zod's issues as sentences beside the fields, by the field's name in the form (`parts.mumble.what`). The first one a field has is shown. */
export function explainIssues(error: z.ZodError): Pick<FormState, 'errors' | 'alert'> {
  const errors: { [field: string]: string } = {}
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.')
    errors[field] ??= issue.message
  }
  const lost = errors['']
  const wrong = Object.keys(errors).length
  return {
    errors,
    alert:
      lost ??
      (wrong === 1
        ? 'One field needs another look. Nothing was recorded.'
        : `${wrong} fields need another look. Nothing was recorded.`),
  }
}
