import { Chip } from '#components/look/chip.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import type { Answer } from '#lib/gates/answer.ts'
import type { GateDecision } from '#lib/gates/evaluate-gate.ts'
import { can } from '#lib/people/permissions.ts'
import type { Role } from '#lib/people/roles.ts'
import { RULING_LOOK, STANDING_LOOK } from './standing-look.ts'

/** Where the gate stands, and since when. A standing veto is said instead of anything better. */
export function StandingChip({ decision, now }: { decision: GateDecision; now: Date }) {
  const { standing, claim, verdict, vetoes } = decision
  if (vetoes.length > 0) {
    return (
      <Chip tone="fail" shape="cross">
        Vetoed
      </Chip>
    )
  }
  const { word, tone, shape } = STANDING_LOOK[standing]
  const at = verdict?.at ?? claim?.at
  return (
    <Chip tone={tone} shape={shape}>
      {word} {at !== undefined && <UtcTime at={at} now={now} />}
      {standing === 'claimed' && claim !== null && `, revision ${claim.revision}`}
    </Chip>
  )
}

/** The ruling on one failure. One that is open waits for whoever may rule, whatever else the gate waits for. */
export function RulingChip({ ruling, claimed, reader }: { ruling: Answer; claimed: boolean; reader: Role | null }) {
  if (ruling.kind === 'missing' && claimed)
    return <Chip tone="claim">{can({ role: reader }, 'ruling.record') ? 'your turn' : 'being checked'}</Chip>
  if (ruling.kind === 'missing') return <Chip tone="none" label="not claimed" />
  const { word, tone, shape } = RULING_LOOK[ruling.kind]
  return (
    <Chip tone={tone} shape={shape}>
      {word}
    </Chip>
  )
}
