import type { ComponentProps } from 'react'
import { readableText } from '#lib/words/readable-text.ts'
import { CONTROL, Field, type FieldWidth, type FieldWords } from './field.tsx'

type Native<Tag extends 'input' | 'textarea' | 'select'> = Omit<ComponentProps<Tag>, 'style' | 'className' | 'id'> & {
  name: string
}
type Shortcut = {
  /** The single key that moves the focus here. */
  shortcut?: string | undefined
}

export function TextField({
  label,
  hint,
  error,
  width,
  shortcut,
  ...input
}: FieldWords & FieldWidth & Shortcut & Omit<Native<'input'>, 'width'>) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      width={width}
      control={(aria) => <input type="text" {...input} {...aria} {...focusKey(shortcut)} className={CONTROL} />}
    />
  )
}

type Mono = {
  /** Commands, output, code: as a terminal shows them. */
  mono?: boolean | undefined
}

export function TextAreaField({
  label,
  hint,
  error,
  shortcut,
  mono = false,
  ...area
}: FieldWords & Shortcut & Mono & Native<'textarea'>) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      control={(aria) => (
        <textarea
          rows={4}
          spellCheck={mono ? false : undefined}
          {...area}
          {...aria}
          {...focusKey(shortcut)}
          className={`${CONTROL} block min-h-[84px] ${mono ? 'font-mono text-sm' : ''}`}
        />
      )}
    />
  )
}

export type Choice = { value: string; label: string; disabled?: boolean | undefined }

type SelectProps = FieldWords & FieldWidth & Omit<Native<'select'>, 'children'> & { choices: readonly Choice[] }

export function SelectField({ label, hint, error, width, choices, ...select }: SelectProps) {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      width={width}
      control={(aria) => (
        <select {...select} {...aria} className={`${CONTROL} min-h-[35px]`}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {readableText(choice.label)}
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
