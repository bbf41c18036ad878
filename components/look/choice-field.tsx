import { type ComponentProps, type ReactNode, useId } from 'react'
import { describedBy, FieldNotes, type FieldWords } from './field.tsx'
import { inReadableWords } from './in-readable-words.ts'

type CheckboxProps = FieldWords &
  Omit<ComponentProps<'input'>, 'style' | 'className' | 'id' | 'type'> & { name: string }

export function CheckboxField({ label, hint, error, ...input }: CheckboxProps) {
  const id = useId()
  return (
    <div className="mb-3.5 grid grid-cols-[24px_minmax(0,1fr)]">
      <input
        {...input}
        {...describedBy(id, { label, hint, error })}
        id={id}
        type="checkbox"
        className="mt-[3px] size-[15px] accent-claim"
      />
      <div>
        <label htmlFor={id}>{inReadableWords(label)}</label>
        <FieldNotes id={id} hint={hint} error={error} />
      </div>
    </div>
  )
}

export type RadioCard = {
  value: string
  label: ReactNode
  /** What choosing this means, or, where it is disabled, why it cannot be chosen. */
  hint?: ReactNode
  disabled?: boolean | undefined
}

type RadioCardsProps = FieldWords & {
  name: string
  cards: readonly RadioCard[]
  defaultValue?: string | undefined
  required?: boolean | undefined
}

/** One of a few, each with a line that explains it. */
export function RadioCards({ label, hint, error, name, cards, defaultValue, required }: RadioCardsProps) {
  const id = useId()
  return (
    <fieldset className="mb-3.5 min-w-0" aria-describedby={describedBy(id, { label, hint, error })['aria-describedby']}>
      <legend className="mb-1 font-[550]">{label}</legend>
      <div className="divide-y divide-line overflow-hidden rounded-field border border-edge bg-panel">
        {cards.map((card) => (
          <label
            key={card.value}
            className="grid grid-cols-[24px_minmax(0,1fr)] px-3 py-2 outline-offset-[-2px] outline-focus has-checked:bg-claimbg has-disabled:text-mute has-focus-visible:outline-2"
          >
            <input
              type="radio"
              name={name}
              value={card.value}
              defaultChecked={card.value === defaultValue}
              disabled={card.disabled}
              required={required}
              className="mt-[3px] size-[15px] accent-claim focus-visible:outline-none"
            />
            <span>
              <span className="block font-[550]">{card.label}</span>
              {card.hint !== undefined && <span className="block text-sm text-mute">{card.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </fieldset>
  )
}
