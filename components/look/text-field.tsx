import type { ComponentProps } from 'react'
import { CONTROL, Field, type FieldWords } from './field.tsx'

type Native<Tag extends 'input' | 'textarea' | 'select'> = Omit<ComponentProps<Tag>, 'style' | 'className' | 'id'> & {
  name: string
}
type Shortcut = {
  /** The single key that moves the focus here. */
  shortcut?: string | undefined
}

export function TextField({ label, hint, error, shortcut, ...input }: FieldWords & Shortcut & Native<'input'>) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      control={(aria) => <input type="text" {...input} {...aria} {...focusKey(shortcut)} className={CONTROL} />}
    />
  )
}

export function TextAreaField({ label, hint, error, shortcut, ...area }: FieldWords & Shortcut & Native<'textarea'>) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      control={(aria) => (
        <textarea rows={4} {...area} {...aria} {...focusKey(shortcut)} className={`${CONTROL} block min-h-[84px]`} />
      )}
    />
  )
}

export type Choice = { value: string; label: string; disabled?: boolean | undefined }

type SelectProps = FieldWords & Omit<Native<'select'>, 'children'> & { choices: readonly Choice[] }

export function SelectField({ label, hint, error, choices, ...select }: SelectProps) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      control={(aria) => (
        <select {...select} {...aria} className={`${CONTROL} min-h-[35px]`}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    />
  )
}

type FileProps = FieldWords & Omit<Native<'input'>, 'type'>

export function FileField({ label, hint, error, ...input }: FileProps) {
  const look = `${CONTROL} border-dashed text-mute file:mr-3 file:cursor-pointer file:rounded-button file:border file:border-line2 file:bg-panel file:px-2.5 file:py-0.5 file:font-[550] file:text-ink`
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      control={(aria) => <input {...input} {...aria} type="file" className={look} />}
    />
  )
}

const focusKey = (shortcut: string | undefined) =>
  shortcut === undefined ? {} : { 'data-key': shortcut, 'data-key-focus': '', 'aria-keyshortcuts': shortcut }
