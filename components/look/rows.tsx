import type { ReactNode } from 'react'
import { inReadableWords } from './in-readable-words.ts'

/** Plain lines, one per thing: name, sentence, state. */
export function Rows({ label, children }: { label: string; children: ReactNode }) {
  return <ul aria-label={label}>{children}</ul>
}

export function Row({ name, chip, children }: { name: ReactNode; chip: ReactNode; children: ReactNode }) {
  return (
    <li className="grid items-baseline gap-x-3.5 gap-y-1 border-b border-line py-[11px] wide:grid-cols-[150px_minmax(0,1fr)_auto]">
      <b>{inReadableWords(name)}</b>
      <span>{inReadableWords(children)}</span>
      <span>{chip}</span>
    </li>
  )
}
