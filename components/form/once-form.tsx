'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { FormAlert } from '#components/look/form-alert.tsx'
import { nothingMadeYet, type OnceState } from '#lib/forms/once-state.ts'
import { FormContext } from './form-context.tsx'

type Props<Made> = {
  action: (before: OnceState<Made>, form: FormData) => Promise<OnceState<Made>>
  commandId: string
  /** Goes with the form unseen: the phase. */
  hidden?: { [name: string]: string }
  label: string
  /** Heads a refusal: “No link was made”. */
  refusal: string
  show: (made: Made) => ReactNode
  children: ReactNode
}

/** A form that makes something to be seen once, and shows it where it stands. Posts natively when there is no JavaScript. */
export function OnceForm<Made>({ action, commandId, hidden = {}, label, refusal, show, children }: Props<Made>) {
  const [state, submit, pending] = useActionState<OnceState<Made>, FormData>(action, nothingMadeYet)
  const form = useRef<HTMLFormElement>(null)
  const { attempt, made } = state
  useEffect(() => {
    if (attempt > 0)
      form.current?.querySelector<HTMLElement>('[data-made], [aria-invalid="true"], [role="alert"]')?.focus()
  }, [attempt])
  return (
    <form ref={form} action={submit} aria-label={label} aria-busy={pending} noValidate>
      {Object.entries({ ...hidden, commandId: made?.nextCommandId ?? commandId }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {/* Once something was made the form begins afresh, with what the page offers. */}
      <FormContext value={made === null ? state : nothingMadeYet}>
        {state.alert !== null && <FormAlert title={refusal}>{state.alert}</FormAlert>}
        <fieldset key={attempt} disabled={pending} className="contents">
          {children}
        </fieldset>
      </FormContext>
      {made !== null && <div key={made.nextCommandId}>{show(made)}</div>}
    </form>
  )
}
