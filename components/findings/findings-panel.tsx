import type { ReactNode } from 'react'
import { Panel } from '#components/look/panel.tsx'
import type { FindingFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { FindingEntry } from './finding-entry.tsx'

type Props = {
  facts: PhaseFacts
  /** Only those of this gate. */
  gate?: string | undefined
  /** Only those about this failure. */
  failure?: string | undefined
  now: Date
  /** What the reader may do about one finding, or why not. */
  below?: (finding: FindingFacts) => ReactNode
}

/** What was found wrong: what is open or only addressed, then, folded, what is closed. Nothing where nothing was found. */
export function FindingsPanel({ facts, gate, failure, now, below }: Props) {
  const found = facts.findings.filter(
    (held) => (gate === undefined || held.gate === gate) && (failure === undefined || held.failure === failure),
  )
  const standing = found.filter((held) => held.standing !== 'closed')
  const closed = found.filter((held) => held.standing === 'closed')
  if (found.length === 0) return null
  const entries = (findings: FindingFacts[]) => (
    <ul className="divide-y divide-line *:py-3 *:first:pt-0 *:last:pb-0">
      {findings.map((held) => (
        <li key={held.finding}>
          <FindingEntry phase={facts.phase} held={held} now={now} />
          {below && <div className="mt-2 empty:hidden">{below(held)}</div>}
        </li>
      ))}
    </ul>
  )
  return (
    <Panel title={standing.length === 0 ? 'Findings, all closed' : 'Findings'} id="findings">
      {standing.length > 0 && entries(standing)}
      {closed.length > 0 && (
        <details className={`folded ${standing.length > 0 ? 'mt-3 border-t border-line pt-3' : ''}`}>
          <summary className="rounded-small py-[3px] text-mute">
            Closed: {closed.map(({ finding }) => finding).join(', ')}
          </summary>
          <div className="mt-2.5">{entries(closed)}</div>
        </details>
      )}
    </Panel>
  )
}
