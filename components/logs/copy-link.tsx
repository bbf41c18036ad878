'use client'

import { useState } from 'react'
import { Button } from '#components/look/button.tsx'

/** Copies an address of this app, with the name of the machine it is reached by. */
export function CopyLink({ href }: { href: string }) {
  const [outcome, setOutcome] = useState('')
  const copy = () =>
    navigator.clipboard.writeText(new URL(href, window.location.href).href).then(
      () => setOutcome('copied'),
      () => setOutcome('not copied: it stands in the address bar'),
    )
  return (
    <>
      <span className="needs-script">
        <Button type="button" onClick={copy}>
          Copy link
        </Button>
      </span>
      <span role="status" className="text-mute">
        {outcome}
      </span>
    </>
  )
}
