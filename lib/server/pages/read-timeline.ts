import { type EventFilter, listEvents } from '#db/ledger/list-events.ts'
import { listNames } from '#db/people/list-names.ts'
import type { LedgerEvent } from '#lib/ledger/event.ts'
import type { Actor } from '#lib/people/roles.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { database } from '../database.ts'
import { readReasoning } from './read-reasoning.ts'

export type TimelineEvent = {
  event: LedgerEvent
  name: string
  /** The text behind sealed reasoning, where this reader may see it; null while folded, undefined for other kinds. */
  reasoning: string | null | undefined
}

const MANY = 10_000

/** Whether reasoning about this failure is held back from this person until they have ruled. */
export function hasFoldedReasoning(facts: PhaseFacts, actor: Actor, failure: string): boolean {
  return readTimeline(facts, actor, { failure, kinds: ['reasoning.written'] }, MANY).some(
    ({ reasoning }) => reasoning === null,
  )
}

/** Events as this person may read them, newest first. */
export function readTimeline(facts: PhaseFacts, actor: Actor, filter: EventFilter, limit: number): TimelineEvent[] {
  const db = database()
  const names = listNames(db)
  const reasoningOf = readReasoning(facts, actor)
  return listEvents(db, { ...filter, phase: facts.phase }, limit).map((event) => ({
    event,
    name: names[event.actor] ?? event.actor,
    reasoning: reasoningOf(event),
  }))
}
