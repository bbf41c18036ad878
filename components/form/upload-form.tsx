'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { FormAlert } from '#components/look/form-alert.tsx'
import type { FormState } from '#lib/forms/form-state.ts'
import { FormContext } from './form-context.tsx'

type Props = {
  /** The route handler that receives it. */
  action: string
  commandId: string
  /** The refused form this showing continues; its files need not be chosen again. */
  draft: string | null
  state: FormState
  label: string
  /** Said while it is under way. */
  sending?: string
  children: ReactNode
}

const LARGE = 'Sending. A large log takes a while; the page changes when it has arrived whole.'

/** A form with files: posted natively, so that a large file streams and nothing depends on JavaScript. */
export function UploadForm({ action, commandId, draft, state, label, sending = LARGE, children }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [isSending, setSending] = useState(false)
  useEffect(() => {
    if (state.attempt > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"]')?.focus()
    const again = () => setSending(false)
    window.addEventListener('pageshow', again)
    return () => window.removeEventListener('pageshow', again)
  }, [state.attempt])
  return (
    <form
      ref={form}
      method="post"
      encType="multipart/form-data"
      action={action}
      aria-label={label}
      aria-busy={isSending}
      noValidate
      onSubmit={(event) => (isSending ? event.preventDefault() : setSending(true))}
    >
      <input type="hidden" name="commandId" value={commandId} />
      {draft !== null && <input type="hidden" name="draft" value={draft} />}
      <FormContext value={state}>
        {state.alert !== null && <FormAlert>{state.alert}</FormAlert>}
        {children}
      </FormContext>
      <p role="status" className="text-sm text-mute">
        {isSending && sending}
      </p>
    </form>
  )
}
