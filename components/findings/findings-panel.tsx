import { AppLink } from '#components/look/app-link.tsx'
import { Chip } from '#components/look/chip.tsx'
import { Panel } from '#components/look/panel.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import { addressOf } from '#lib/phases/addresses.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { readableText } from '#lib/words/readable-text.ts'

/** What was found wrong on this gate, each with the way to where it stands. Closing findings is not part of this version. */
export function FindingsPanel({ facts, gate, now }: { facts: PhaseFacts; gate: string; now: Date }) {
  const open = facts.findings.filter((held) => held.gate === gate)
  if (open.length === 0) return null
  return (
    <Panel title="Findings">
      <ul className="space-y-2.5">
        {open.map((held) => (
          <li key={held.finding}>
            <Chip tone="fail">{held.finding}</Chip>{' '}
            <AppLink href={`${addressOf.failure(facts.phase, held.failure)}#e${held.seq}`}>{held.failure}</AppLink>
            <span className="block wrap-anywhere">{readableText(held.text)}</span>
            <span className="block text-sm text-mute">
              open since <UtcTime at={held.at} now={now} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
