import type { ReactNode } from 'react'
import { readableText } from '#lib/words/readable-text.ts'
import { inReadableWords } from './in-readable-words.ts'

/** A claim in its four words: WHAT, HOW, EXPECT, WHERE. */
export function Definition({ children }: { children: ReactNode }) {
  return <dl className="grid gap-x-3.5 gap-y-1.5 wide:grid-cols-[70px_minmax(0,1fr)] wide:gap-y-2.5">{children}</dl>
}

export function Term({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="pt-[3px] font-mono text-2xs leading-4 font-semibold tracking-wide text-mute">{name}</dt>
      <dd className="max-wide:mb-1.5">{inReadableWords(children)}</dd>
    </>
  )
}

/** Commands to copy, as they were typed; what cannot be seen in them is shown by its code. */
export function Commands({ children }: { children: string }) {
  return (
    <pre className="mb-1 rounded-small bg-nonebg px-2.5 py-1.5 text-xs leading-normal wrap-anywhere whitespace-pre-wrap">
      {readableText(children)}
    </pre>
  )
}
