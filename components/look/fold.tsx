import type { ReactNode } from 'react'
import { inReadableWords } from './in-readable-words.ts'

const DASHED = 'mb-4 rounded-field border border-dashed border-line2 px-[14px] py-[9px] text-mute'

export function Fold({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className={`folded ${DASHED}`}>
      <summary className="rounded-small">{summary}</summary>
      <div className="mt-2 text-ink">{children}</div>
    </details>
  )
}

/** What is folded by a rule and not by a click: the text says until when, and what opens it. */
export function FoldedNote({ children }: { children: ReactNode }) {
  return <div className={DASHED}>{inReadableWords(children)}</div>
}
