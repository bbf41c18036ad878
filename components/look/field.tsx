import { type ReactNode, useId } from 'react'
import { inReadableWords } from './in-readable-words.ts'
import { Sign } from './sign.tsx'

export type FieldWords = {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong with what was typed, in a sentence. */
  error?: string | null | undefined
}

type ControlAria = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

export const CONTROL =
  'w-full rounded-field border border-edge bg-panel px-2.5 py-1.5 text-ink aria-invalid:border-fail disabled:border-dashed disabled:text-mute'

/** How much is typed there: `short` a number, `medium` a name; else a sentence. */
export type FieldWidth = { width?: keyof typeof WIDTHS | undefined }

const WIDTHS = { short: '*:[input,select]:max-w-[8rem]', medium: '*:[input,select]:max-w-[20rem]', full: '' }

/** Label, control, hint and error, tied together. `control` receives the attributes that tie them. */
export function Field({
  label,
  hint,
  error,
  width = 'full',
  control,
}: FieldWords & FieldWidth & { control: (aria: ControlAria) => ReactNode }) {
  const id = useId()
  return (
    <div className={`mb-3.5 max-w-[44rem] ${WIDTHS[width]}`}>
      <label htmlFor={id} className="mb-1 block font-[550]">
        {label}
      </label>
      {control({ id, ...describedBy(id, { label, hint, error }) })}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  )
}

export function describedBy(id: string, { hint, error }: FieldWords) {
  const ids = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter((part) => part !== null)
  return {
    'aria-describedby': ids.length === 0 ? undefined : ids.join(' '),
    'aria-invalid': error ? (true as const) : undefined,
  }
}

export function FieldNotes({ id, hint, error }: Omit<FieldWords, 'label'> & { id: string }) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className="mt-1 flex items-baseline gap-1.5 text-sm text-fail">
          <Sign shape="cross" />
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="mt-1 text-sm text-mute">
          {inReadableWords(hint)}
        </p>
      )}
    </>
  )
}
