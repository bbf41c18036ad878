'use client'

import { FieldNotes } from '#components/look/field.tsx'
import { useField } from './form-context.tsx'

/** What is wrong with a group of fields as a whole. */
export function GroupError({ name }: { name: string }) {
  const { error } = useField(name)
  return <FieldNotes id={`group-${name}`} error={error} />
}
