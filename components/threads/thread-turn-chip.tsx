import { Chip } from '#components/look/chip.tsx'
import type { Actor } from '#lib/people/roles.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import type { ThreadFacts } from '#lib/threads/thread-facts.ts'
import { isTurnOf, type ThreadTurn, threadTurn } from '#lib/threads/thread-turn.ts'
import { formatAge } from '#lib/time/format.ts'

/** Whose turn it is in a thread, and for how long. */
export function ThreadTurnChip({ thread, reader, now }: { thread: ThreadFacts; reader: Actor; now: Date }) {
  const turn = threadTurn(thread)
  if (turn === null)
    return (
      <Chip tone="none" shape="check">
        settled
      </Chip>
    )
  return (
    <Chip tone={isTurnOf(turn, reader) ? 'claim' : 'none'}>
      {turnWords(turn, reader)}, {formatAge(turn.since, now)}
    </Chip>
  )
}

function turnWords(turn: ThreadTurn, reader: Actor): string {
  if (isTurnOf(turn, reader)) return turn.what === 'answer' ? 'your turn to answer' : 'answered, your turn'
  const side = turn.role === 'system' ? 'somebody' : `the ${ROLE_WORD[turn.role]}`
  return turn.what === 'answer' ? `${side}’s turn` : `answered, ${side}’s turn`
}
