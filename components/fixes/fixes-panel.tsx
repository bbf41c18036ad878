import type { ReactNode } from 'react'
import { Note, Panel } from '#components/look/panel.tsx'
import type { FixFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { FixEntry } from './fix-entry.tsx'

type Props = {
  facts: PhaseFacts
  failure: string
  now: Date
  /** What the reader may do about one fix. */
  below?: (fix: FixFacts) => ReactNode
}

/** What is to mend this failure, given up or not, in the order in which it was attached. */
export function FixesPanel({ facts, failure, now, below }: Props) {
  const fixes = facts.fixes.filter((fix) => fix.failure === failure)
  return (
    <Panel title={fixes.length === 1 ? 'The fix' : 'Fixes'} id="fixes">
      {fixes.length === 0 ? (
        <Note>No fix is attached yet, and no failure is waved through without one.</Note>
      ) : (
        <ul className="-my-3 divide-y divide-line *:py-3">
          {fixes.map((fix) => (
            <li key={fix.fix}>
              <FixEntry facts={facts} fix={fix} now={now} />
              {below && <div className="mt-2.5">{below(fix)}</div>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
