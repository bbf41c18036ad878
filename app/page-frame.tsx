import type { ReactNode } from 'react'
import { Chip } from '#components/look/chip.tsx'
import { Live } from '#components/shell/live.tsx'
import { LookAgain } from '#components/shell/look-again.tsx'
import { type NavItem, Shell } from '#components/shell/shell.tsx'
import { NodeChip } from '#components/swarm/node-chip.tsx'
import type { Actor } from '#lib/people/roles.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { readConfiguration } from '#lib/server/configuration.ts'
import { decidePhase } from '#lib/server/pages/decide-phase.ts'
import { readNodes } from '#lib/server/pages/read-nodes.ts'
import { readablePhases } from '#lib/server/pages/readable-phases.ts'
import { formatAge } from '#lib/time/format.ts'
import { PRACTICE_WORDS } from '#lib/words/practice-words.ts'
import { SignOut } from './sign-out.tsx'

type Props = {
  actor: Actor
  facts?: PhaseFacts
  current?: string
  /** The page's own stream, which tells its phase's last event too: one stream per tab. */
  stream?: string | undefined
  now: Date
  /** Something on the page is under way that the record does not tell of: it is drawn again every few seconds. */
  underWay?: boolean
  children: ReactNode
}

const LOOK_AGAIN_MS = 4_000

/** What stands around every page of a signed-in person: where they are, whose turn it is, who they are here. */
export function PageFrame({ actor, facts, current, stream, now, underWay = false, children }: Props) {
  const turn = facts === undefined ? null : decidePhase(facts, now).turn
  return (
    <Shell
      nav={navFor(actor.person, facts, current)}
      practice={readConfiguration().mode === 'practice' ? PRACTICE_WORDS : undefined}
      right={
        <>
          <Live
            url={stream ?? (facts === undefined ? '/api/live' : `/api/live?phase=${encodeURIComponent(facts.phase)}`)}
            seq={facts?.seq ?? 0}
          />
          {underWay && <LookAgain everyMs={LOOK_AGAIN_MS} />}
          {facts !== undefined && <Nodes actor={actor} phase={facts.phase} now={now} />}
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

/** Who has which node, while anybody has. */
function Nodes({ actor, phase, now }: { actor: Actor; phase: string; now: Date }) {
  const nodes = readNodes(now)
  if (nodes.length === 0) return null
  const readable = readablePhases(actor.person).phases
  const reader = { person: actor.person, role: actor.role, phase, reads: (one: string) => readable.includes(one) }
  return nodes.map((node) => <NodeChip key={node.host} node={node} reader={reader} now={now} />)
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
    { label: 'Swarm', href: addressOf.swarm() },
    { label: 'Ledger', href: '/ledger' },
    { label: 'People', href: '/people' },
  ]
  return items.map((item) => ({ ...item, current: item.href === current }))
}
