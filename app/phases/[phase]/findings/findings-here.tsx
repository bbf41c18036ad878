import { FindingsPanel } from '#components/findings/findings-panel.tsx'
import type { PhaseReading } from '#lib/server/pages/read-phase.ts'
import { FindingDeeds } from './finding-deeds.tsx'

type Props = PhaseReading & { gate?: string; failure?: string }

/** The findings of a gate or about a failure, each with what the reader may do about it. */
export function FindingsHere({ facts, actor, now, gate, failure }: Props) {
  return (
    <FindingsPanel
      facts={facts}
      gate={gate}
      failure={failure}
      now={now}
      below={(finding) => <FindingDeeds facts={facts} actor={actor} now={now} finding={finding} />}
    />
  )
}
