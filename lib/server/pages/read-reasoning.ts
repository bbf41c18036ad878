import { listEvents } from '#db/ledger/list-events.ts'
import { readSealed } from '#db/notes/read-sealed.ts'
import type { LedgerEvent } from '#lib/ledger/event.ts'
import { isFolded } from '#lib/notes/fold-reasoning.ts'
import type { Actor } from '#lib/people/roles.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { database } from '../database.ts'

const MANY = 10_000

/** The text behind sealed reasoning as this person may read it, for every door: null while folded, undefined for other kinds of event. */
export function readReasoning(facts: PhaseFacts, actor: Actor): (event: LedgerEvent) => string | null | undefined {
  const db = database()
  const opened = listEvents(db, { phase: facts.phase, actor: actor.person, kinds: ['reasoning.unfolded'] }, MANY)
  const unfolded = new Set(opened.flatMap((event) => (event.kind === 'reasoning.unfolded' ? [event.payload.seq] : [])))
  return (event) => {
    if (event.kind !== 'reasoning.written') return undefined
    const note = { seq: event.seq, failure: event.failure, person: event.actor }
    return isFolded(facts, note, actor, unfolded)
      ? null
      : (readSealed(db, event.payload.sealed) ?? 'The text is not kept on this machine.')
  }
}
