'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '#components/look/button.tsx'
import { TextField } from '#components/look/text-field.tsx'

type Props = { name: string; label: string; value: string; hint: ReactNode; copy: string }

/** The one showing of a secret: it is not kept anywhere in its form. */
export function ShownOnce({ name, label, value, hint, copy }: Props) {
  const [copied, setCopied] = useState(false)
  const write = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
  }
  return (
    <div className="mt-4">
      <TextField
        label={label}
        name={name}
        readOnly
        data-made=""
        defaultValue={value}
        onFocus={(event) => event.currentTarget.select()}
        hint={hint}
      />
      <div className="needs-script">
        <Button type="button" onClick={write}>
          {copied ? 'Copied' : copy}
        </Button>
      </div>
    </div>
  )
}
