'use client'

import { useRouter, useSearchParams } from 'next/navigation'
import { type ReactNode, useActionState, useEffect, useRef, useState } from 'react'
import { FormAlert } from '#components/look/form-alert.tsx'
import { type FormState, untouched } from '#lib/forms/form-state.ts'
import { FormContext } from './form-context.tsx'

type Hidden = { [name: string]: string }
type Props = {
  action: (before: FormState, form: FormData) => Promise<FormState>
  /** Made by the server for this showing of the form: a double submit is one command. */
  commandId: string
  /** Goes with the form unseen: the phase, the failure. */
  hidden?: Hidden
  /** What the reader had before them when they began, such as a digest: it stays so while the page refreshes itself under their hands. */
  asRead?: Hidden
  label?: string
  /** Heads a refusal, where nothing was to be recorded: “Not signed in”. */
  refusal?: string
  children: ReactNode
}

/**
 * A form that records something. Posts natively when there is no JavaScript. It begins afresh once something was recorded (`?done=`
 * names it) or when it is about something else; until then its command id stays the same however often the page refreshes itself.
 */
export function ActionForm(props: Props) {
  const done = useSearchParams().get('done')
  return <BegunForm key={JSON.stringify([done, props.hidden])} {...props} />
}

function BegunForm({ action, commandId, hidden = {}, asRead = {}, label, refusal, children }: Props) {
  const [state, submit, pending] = useActionState(action, untouched)
  const [begun] = useState({ commandId, asRead })
  const form = useRef<HTMLFormElement>(null)
  const { refresh } = useRouter()
  const { attempt, signedOut = false } = state
  useEffect(() => {
    if (attempt === 0) return
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')?.focus()
    if (!signedOut) refresh() // a refusal often means that the page was behind
  }, [attempt, signedOut, refresh])
  const unseen = {
    ...hidden,
    ...(attempt === 0 ? begun.asRead : asRead),
    commandId: state.commandId ?? begun.commandId,
  }
  return (
    <form ref={form} action={submit} aria-label={label} aria-busy={pending} noValidate>
      {Object.entries(unseen).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormContext value={state}>
        {state.alert !== null && <FormAlert title={refusal}>{state.alert}</FormAlert>}
        {/* Remounted after each answer: what was typed comes back as the fields' first value. */}
        <fieldset key={attempt} disabled={pending} className="contents">
          {children}
        </fieldset>
      </FormContext>
    </form>
  )
}
