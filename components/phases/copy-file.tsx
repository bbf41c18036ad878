'use client'

import { useState } from 'react'
import { Button } from '#components/look/button.tsx'

type Props = { label: string; name: string; href: string }

const WORDS = { copied: 'copied', failed: 'not copied: open the file and copy it there' } as const

/** Copies a file's text as it is now; the link beside it opens the same file, without JavaScript too. */
export function CopyFile({ label, name, href }: Props) {
  const [outcome, setOutcome] = useState<keyof typeof WORDS | null>(null)
  const copy = async () => {
    setOutcome(null)
    setOutcome(await copyFrom(href))
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="needs-script">
        <Button type="button" onClick={copy}>
          {label}
        </Button>
      </span>
      <a href={href} className="wrap-anywhere underline underline-offset-3">
        {name}
      </a>
      <span role="status" className="text-sm text-mute">
        {outcome !== null && WORDS[outcome]}
      </span>
    </div>
  )
}

/** A browser refuses the clipboard to a page that was not reached safely, and a session may have ended meanwhile. */
async function copyFrom(href: string): Promise<keyof typeof WORDS> {
  try {
    const response = await fetch(href, { cache: 'no-store' })
    if (!response.ok) return 'failed'
    await navigator.clipboard.writeText(await response.text())
    return 'copied'
  } catch {
    return 'failed'
  }
}
