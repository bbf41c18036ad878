import { Chip } from '#components/look/chip.tsx'
import { Rail, RailGate } from '#components/look/rail.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import type { GateDecision } from '#lib/gates/evaluate-gate.ts'
import type { Turn } from '#lib/gates/whose-turn.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { formatAge } from '#lib/time/format.ts'
import { capital } from '#lib/words/capital.ts'
import { StandingChip } from './standing-chip.tsx'

type Props = {
  phase: string
  gates: { decision: GateDecision; turn: Turn }[]
  done: { possible: boolean; because: string }
  now: Date
}

/** The gates in the order they open, whose turn it is at each and since when, and what DONE waits for. */
export function GateRail({ phase, gates, done, now }: Props) {
  return (
    <Rail>
      {gates.map(({ decision, turn }) => (
        <RailGate
          key={decision.gate.gate}
          name={decision.gate.gate}
          chip={<StandingChip decision={decision} now={now} />}
          href={addressOf.gate(phase, decision.gate.gate)}
        >
          {firstSentence(decision.gate.criteria)} <TurnWords turn={turn} now={now} />
          {decision.freshUntil !== null && decision.standing === 'passed' && (
            <>
              {' '}
              Fresh until <UtcTime at={decision.freshUntil} now={now} />.
            </>
          )}
        </RailGate>
      ))}
      <RailGate name="DONE" chip={<Chip tone="none">{done.possible ? 'Not declared' : 'Blocked'}</Chip>}>
        {done.because}
      </RailGate>
    </Rail>
  )
}

function TurnWords({ turn, now }: { turn: Turn; now: Date }) {
  if (turn.role === null) return turn.what === 'passed' ? null : <>{capital(turn.what)}.</>
  return (
    <>
      <b className="text-ink">Waiting on the {ROLE_WORD[turn.role]}</b> for {formatAge(turn.since, now)}: {turn.what}.
    </>
  )
}

/** Criteria are often a page; the rail shows how they begin. */
export function firstSentence(text: string): string {
  const sentence = /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text
  return capital(sentence.length > 160 ? `${sentence.slice(0, 157).trimEnd()}…` : sentence)
}
