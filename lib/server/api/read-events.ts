import type { Db } from '#db/db.ts'
import { listEventsAfter } from '#db/ledger/list-events-after.ts'
import type { Json } from '#lib/ledger/canonical-json.ts'
import type { LedgerEvent } from '#lib/ledger/event.ts'
import type { Actor } from '#lib/people/roles.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { readReasoning } from '../pages/read-reasoning.ts'

/** Of one answer, roughly: an observation may hold 200,000 characters, and a thousand of them no answer should. */
const MOST_CHARACTERS = 4_000_000
const AT_ONCE = 50

export type EventsRead = { events: { [field: string]: Json }[]; next: number; more: boolean }

/** Events after `after`, in order, as this person may read them: at most `limit`, fewer where they are long. `next`: where to go on. */
export function readEventsAfter(db: Db, facts: PhaseFacts, actor: Actor, after: number, limit: number): EventsRead {
  const reasoningOf = readReasoning(facts, actor)
  const read: EventsRead = { events: [], next: after, more: true }
  for (let characters = 0; read.events.length < limit && characters < MOST_CHARACTERS; ) {
    const most = Math.min(AT_ONCE, limit - read.events.length)
    const events = listEventsAfter(db, facts.phase, read.next, most)
    for (const event of events) {
      const shown = showEvent(event, reasoningOf(event))
      characters += JSON.stringify(shown).length
      read.events.push(shown)
      read.next = event.seq
      if (characters >= MOST_CHARACTERS) return read
    }
    if (events.length < most) return { ...read, more: false }
  }
  return read
}

function showEvent({ command: _, input: __, part: ___, ...event }: LedgerEvent, reasoning: string | null | undefined) {
  return { ...event, ...(reasoning === undefined ? {} : { reasoning, folded: reasoning === null }) }
}
