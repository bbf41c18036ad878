'use client'

import type { ComponentProps } from 'react'
import { CheckboxField, RadioCards } from '#components/look/choice-field.tsx'
import { FileField, SelectField, TextAreaField, TextField } from '#components/look/text-field.tsx'
import { useField } from './form-context.tsx'

type Managed<Props> = Omit<Props, 'error'>

/** The fields of `components/look`, filled by the form they stand in: what was typed comes back, a wrong one says why. */
export function FormText({ name, defaultValue, ...rest }: Managed<ComponentProps<typeof TextField>>) {
  const { value, error } = useField(name, defaultValue === undefined ? '' : String(defaultValue))
  return <TextField {...rest} name={name} defaultValue={value} error={error} />
}

export function FormTextArea({ name, defaultValue, ...rest }: Managed<ComponentProps<typeof TextAreaField>>) {
  const { value, error } = useField(name, defaultValue === undefined ? '' : String(defaultValue))
  return <TextAreaField {...rest} name={name} defaultValue={value} error={error} />
}

export function FormSelect({ name, defaultValue, ...rest }: Managed<ComponentProps<typeof SelectField>>) {
  const { value, error } = useField(name, defaultValue === undefined ? '' : String(defaultValue))
  return <SelectField {...rest} name={name} defaultValue={value} error={error} />
}

export function FormRadios({ name, defaultValue, ...rest }: Managed<ComponentProps<typeof RadioCards>>) {
  const { value, error } = useField(name, defaultValue ?? '')
  return <RadioCards {...rest} name={name} defaultValue={value === '' ? undefined : value} error={error} />
}

/** A name ending in `[]` is one of a list; any other stands alone. */
export function FormCheckbox({
  name,
  value = 'yes',
  defaultChecked,
  ...rest
}: Managed<ComponentProps<typeof CheckboxField>>) {
  const { values, error, submitted } = useField(name)
  return (
    <CheckboxField
      {...rest}
      name={name}
      value={value}
      defaultChecked={submitted ? values.includes(String(value)) : defaultChecked}
      error={name.endsWith('[]') ? null : error}
    />
  )
}

export function FormFile({ name, ...rest }: Managed<ComponentProps<typeof FileField>>) {
  const { error } = useField(name)
  return <FileField {...rest} name={name} error={error} />
}
