import { AppLink } from '#components/look/app-link.tsx'
import type { Actor } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import type { ThreadAsRead } from '#lib/threads/thread-facts.ts'
import { isTurnOf, threadTurn } from '#lib/threads/thread-turn.ts'
import { UnreadMark } from './unread-mark.tsx'

/** The questions of a phase in one line, for its board: how many are open, how many wait for the reader, what is new to them. */
export function ThreadsSummary({
  phase,
  threads,
  reader,
}: {
  phase: string
  threads: readonly ThreadAsRead[]
  reader: Actor
}) {
  const open = threads.filter(({ settled }) => settled === null)
  const waiting = open.filter((thread) => isTurnOf(threadTurn(thread), reader)).length
  const unread = threads.filter((thread) => thread.unread.length > 0).length
  const words = [
    open.length === 0 ? 'No question is open' : `${open.length} open question${open.length === 1 ? '' : 's'}`,
    ...(waiting === 0 ? [] : [`your turn in ${waiting}`]),
    ...(unread === 0 ? [] : [`something new in ${unread}`]),
  ]
  return (
    <p>
      <UnreadMark count={threads.reduce((sum, thread) => sum + thread.unread.length, 0)} />
      <AppLink href={addressOf.threads(phase)}>{words.join(', ')}</AppLink>
    </p>
  )
}
