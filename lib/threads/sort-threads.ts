import type { Actor } from '#lib/people/roles.ts'
import type { ThreadFacts } from './thread-facts.ts'
import { isTurnOf, threadTurn } from './thread-turn.ts'

/** As a reader wants them: what waits for them first, then what waits for others, the longest wait first; settled ones last, newest first. */
export function sortThreads<Thread extends ThreadFacts>(threads: readonly Thread[], reader: Actor): Thread[] {
  return threads
    .map((thread) => ({ thread, turn: threadTurn(thread) }))
    .toSorted((one, other) => {
      if (one.turn === null || other.turn === null)
        return one.turn === other.turn
          ? (other.thread.settled?.at ?? '').localeCompare(one.thread.settled?.at ?? '')
          : Number(one.turn === null) - Number(other.turn === null)
      return (
        Number(isTurnOf(other.turn, reader)) - Number(isTurnOf(one.turn, reader)) ||
        one.turn.since.localeCompare(other.turn.since)
      )
    })
    .map(({ thread }) => thread)
}
