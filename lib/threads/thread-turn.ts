import type { Actor, Role } from '#lib/people/roles.ts'
import type { ThreadFacts } from './thread-facts.ts'
import { askerHasLeft } from './why-cannot-settle.ts'

/** Whose turn it is: one person's, or of everybody with the role (`person` null). `since`: ISO 8601 UTC. */
export type ThreadTurn = { role: Role | 'system'; person: string | null; what: 'answer' | 'settle'; since: string }

/**
 * A question waits for the side it was put to; their reply hands it back to whoever asked, to settle it or to ask further, which hands it
 * over again. What anybody else says leaves the turn where it is. Null: settled, nobody’s.
 */
export function threadTurn(thread: ThreadFacts): ThreadTurn | null {
  if (thread.settled !== null) return null
  let turn: ThreadTurn = { role: thread.askedOf, person: null, what: 'answer', since: thread.at }
  for (const { person, role, at } of thread.messages) {
    if (person === thread.person) {
      // Asking further before there was an answer does not make the wait any shorter.
      if (turn.what === 'settle') turn = { role: thread.askedOf, person: null, what: 'answer', since: at }
    } else if (role === thread.askedOf && turn.what === 'answer')
      turn = { role: thread.role, person: thread.person, what: 'settle', since: at }
  }
  if (turn.what === 'settle' && askerHasLeft(thread)) return { ...turn, role: thread.askedOf, person: null }
  return turn
}

export function isTurnOf(turn: ThreadTurn | null, reader: Actor): boolean {
  if (turn === null) return false
  return turn.person === null ? turn.role === reader.role : turn.person === reader.person
}
