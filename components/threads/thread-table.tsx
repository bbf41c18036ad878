import { AppLink } from '#components/look/app-link.tsx'
import { Cell, DataTable, RowHead, TableRow } from '#components/look/data-table.tsx'
import { UtcTime } from '#components/look/utc-time.tsx'
import { type Actor, ROLE_WORD } from '#lib/people/roles.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { beginQuestion } from '#lib/threads/begin-question.ts'
import type { ThreadAsRead } from '#lib/threads/thread-facts.ts'
import { AskedAbout } from './asked-about.tsx'
import { ThreadTurnChip } from './thread-turn-chip.tsx'
import { UnreadMark } from './unread-mark.tsx'

type Props = { caption: string; phase: string; threads: readonly ThreadAsRead[]; reader: Actor; now: Date }

/** Questions one below the other, in the order given. */
export function ThreadTable({ caption, phase, threads, reader, now }: Props) {
  return (
    <DataTable caption={caption} head={['Question', 'About', 'Asked', 'Replies', 'Whose turn']}>
      {threads.map((thread) => (
        <TableRow key={thread.thread}>
          <RowHead>
            <UnreadMark count={thread.unread.length} />
            <AppLink href={addressOf.thread(phase, thread.thread)}>{beginQuestion(thread)}</AppLink>
          </RowHead>
          <Cell label="About">
            <AskedAbout phase={phase} thread={thread} />
          </Cell>
          <Cell label="Asked" quiet>
            <UtcTime at={thread.at} now={now} /> by the {thread.role === 'system' ? 'app' : ROLE_WORD[thread.role]}
          </Cell>
          <Cell label="Replies" quiet>
            {thread.messages.length - 1}
          </Cell>
          <Cell label="Whose turn">
            <ThreadTurnChip thread={thread} reader={reader} now={now} />
          </Cell>
        </TableRow>
      ))}
    </DataTable>
  )
}
