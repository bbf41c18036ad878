'use client'

import { type ReactNode, useActionState, useEffect, useRef } from 'react'
import { FormContext } from '#components/form/form-context.tsx'
import { FormAlert } from '#components/look/form-alert.tsx'
import { type LinkState, noLinkYet } from '#lib/people/link-state.ts'
import { MadeLink } from './made-link.tsx'

type Props = {
  action: (before: LinkState, form: FormData) => Promise<LinkState>
  commandId: string
  label: string
  children: ReactNode
}

/** A form that makes a one-time link and shows it where it stands. Posts natively when there is no JavaScript. */
export function LinkForm({ action, commandId, label, children }: Props) {
  const [state, submit, pending] = useActionState(action, noLinkYet)
  const form = useRef<HTMLFormElement>(null)
  const { attempt, made } = state
  useEffect(() => {
    if (attempt > 0)
      form.current?.querySelector<HTMLElement>('[data-made], [aria-invalid="true"], [role="alert"]')?.focus()
  }, [attempt])
  return (
    <form ref={form} action={submit} aria-label={label} aria-busy={pending} noValidate>
      <input type="hidden" name="commandId" value={made?.nextCommandId ?? commandId} />
      <FormContext value={state}>
        {state.alert !== null && <FormAlert title="No link was made">{state.alert}</FormAlert>}
        <fieldset key={attempt} disabled={pending} className="contents">
          {children}
        </fieldset>
      </FormContext>
      {made !== null && <MadeLink key={made.address} address={made.address} expires={made.expires} />}
    </form>
  )
}
