'use client'

import { createContext, useContext } from 'react'
import { type FormState, untouched } from '#lib/forms/form-state.ts'

export const FormContext = createContext<FormState>(untouched)

/** What stands in a field: what was typed in a submit that recorded nothing, else what the page offered. */
export function useField(
  name: string,
  offered = '',
): { value: string; values: string[]; error: string | null; submitted: boolean } {
  const { values, errors, attempt } = useContext(FormContext)
  const typed = values[name]
  const submitted = attempt > 0
  return {
    value: typed?.at(-1) ?? (submitted ? '' : offered),
    values: typed ?? [],
    error: errors[name] ?? errors[name.replace(/\[\]$/, '')] ?? null,
    submitted,
  }
}
