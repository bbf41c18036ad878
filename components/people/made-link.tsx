'use client'

import { useState } from 'react'
import { Button } from '#components/look/button.tsx'
import { TextField } from '#components/look/text-field.tsx'

/** The one showing of a link: it is not kept anywhere in this form. */
export function MadeLink({ address, expires }: { address: string; expires: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    setCopied(true)
  }
  return (
    <div className="mt-4">
      <TextField
        label="The link"
        name="link"
        readOnly
        data-made=""
        defaultValue={address}
        onFocus={(event) => event.currentTarget.select()}
        hint={`Works once, until ${expires}. It is shown only now: pass it on before you leave this page.`}
      />
      <div className="needs-script">
        <Button type="button" onClick={copy}>
          {copied ? 'Copied' : 'Copy the link'}
        </Button>
      </div>
    </div>
  )
}
