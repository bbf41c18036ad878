import type { ReactNode } from 'react'
import { Chip } from '#components/look/chip.tsx'
import { Live } from '#components/shell/live.tsx'
import { type NavItem, Shell } from '#components/shell/shell.tsx'
import { evaluatePhase } from '#lib/gates/evaluate-phase.ts'
import type { Actor } from '#lib/people/roles.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { readConfiguration } from '#lib/server/configuration.ts'
import { readablePhases } from '#lib/server/pages/readable-phases.ts'
import { formatAge } from '#lib/time/format.ts'
import { PRACTICE_WORDS } from '#lib/words/practice-words.ts'
import { SignOut } from './sign-out.tsx'

type Props = { actor: Actor; facts?: PhaseFacts; current?: string; now: Date; children: ReactNode }

/** What stands around every page of a signed-in person: where they are, whose turn it is, who they are here. */
export function PageFrame({ actor, facts, current, now, children }: Props) {
  const turn = facts === undefined ? null : evaluatePhase(facts, now).turn
  return (
    <Shell
      nav={navFor(actor.person, facts, current)}
      practice={readConfiguration().mode === 'practice' ? PRACTICE_WORDS : undefined}
      right={
        <>
          <Live
            url={facts === undefined ? '/api/live' : `/api/live?phase=${encodeURIComponent(facts.phase)}`}
            seq={facts?.seq ?? 0}
          />
          {turn?.role != null && (
            <Chip
              tone={turn.role === actor.role ? 'claim' : 'none'}
              shape={turn.role === actor.role ? 'diamond' : 'ring'}
            >
              {turn.role === actor.role ? 'your turn' : `the ${ROLE_WORD[turn.role]}’s turn`},{' '}
              {formatAge(turn.since, now)}
            </Chip>
          )}
        </>
      }
      who={
        <>
          <span title={actor.name} className="max-w-[12rem] truncate">
            {actor.role === null ? actor.name : ROLE_WORD[actor.role]}
          </span>
          <SignOut />
        </>
      }
    >
      {children}
    </Shell>
  )
}

/** The newest; all of them are on the front page. */
const MOST_PHASES = 4

function navFor(person: string, facts: PhaseFacts | undefined, current: string | undefined): NavItem[] {
  const shown = facts === undefined ? readablePhases(person).phases.slice(-MOST_PHASES) : [facts.phase]
  const items = [
    ...shown.map((phase) => ({ label: phase, href: addressOf.phase(phase) })),
    ...(facts === undefined ? [] : [{ label: 'Timeline', href: addressOf.timeline(facts.phase) }]),
    ...(facts === undefined
      ? []
      : facts.gates.map(({ gate }) => ({ label: gate, href: addressOf.gate(facts.phase, gate) }))),
    { label: 'Ledger', href: '/ledger' },
    { label: 'People', href: '/people' },
  ]
  return items.map((item) => ({ ...item, current: item.href === current }))
}
