import { Chip } from '#components/look/chip.tsx'
import { Rail, RailGate } from '#components/look/rail.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import { DoneWords } from '#components/phases/done-words.tsx'
import { satisfies } from '#lib/gates/answer.ts'
import type { GateDecision } from '#lib/gates/evaluate-gate.ts'
import type { DoneDecision } from '#lib/gates/evaluate-phase.ts'
import type { Turn } from '#lib/gates/whose-turn.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { formatAge } from '#lib/time/format.ts'
import { capital } from '#lib/words/capital.ts'
import { StandingChip } from './standing-chip.tsx'

type Props = {
  phase: string
  gates: { decision: GateDecision; turn: Turn }[]
  done: DoneDecision
  /** What happened after DONE. */
  later: string[]
  now: Date
}

/** The gates in the order they open, whose turn it is at each and since when, and what DONE waits for. */
export function GateRail({ phase, gates, done, later, now }: Props) {
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
              Fresh until <UtcTime at={decision.freshUntil} now={now} />, another{' '}
              {formatAge(now, new Date(decision.freshUntil))}.
            </>
          )}
        </RailGate>
      ))}
      <RailGate name="DONE" chip={<DoneChip done={done} now={now} />} href="#done">
        <DoneRail done={done} later={later} now={now} />
      </RailGate>
    </Rail>
  )
}

function DoneChip({ done, now }: { done: DoneDecision; now: Date }) {
  if (done.standing !== null)
    return (
      <Chip tone="pass">
        DONE <UtcTime at={done.standing.at} now={now} />
      </Chip>
    )
  if (done.reopened !== null) return <Chip tone="stale">Open again</Chip>
  return <Chip tone={done.possible ? 'claim' : 'none'}>{done.possible ? 'Can be declared' : 'Blocked'}</Chip>
}

/** DONE as declared, with what came later; before it, what it waits for first. */
function DoneRail({ done, later, now }: { done: DoneDecision; later: string[]; now: Date }) {
  const told = done.standing ?? done.reopened
  const [first, ...rest] = done.conditions.filter(({ answer }) => !satisfies(answer))
  return (
    <>
      {told !== null && <DoneWords done={told} later={later} now={now} />}
      {done.standing === null && first !== undefined && (
        <span className="block">
          Waits for: {first.words.slice(0, 1).toLowerCase()}
          {first.words.slice(1)} ({first.answer.because}){rest.length > 0 && `, and ${rest.length} more`}.
        </span>
      )}
      {done.possible && done.standing === null && 'Everything it asks is met; the Builder declares it.'}
    </>
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
