import { after } from 'next/server'
import { cache } from 'react'
import { listThreads } from '#db/threads/list-threads.ts'
import { listReadMarks, markRead } from '#db/threads/read-marks.ts'
import type { Actor } from '#lib/people/roles.ts'
import { ok } from '#lib/result.ts'
import { listUnread } from '#lib/threads/list-unread.ts'
import { sortThreads } from '#lib/threads/sort-threads.ts'
import type { ThreadAsRead } from '#lib/threads/thread-facts.ts'
import { withRetries } from '../actions/with-retries.ts'
import { database } from '../database.ts'

/** The threads of a phase as this person has them before them: their turn first, settled ones last, each with what is unread. */
export const readThreads = cache((phase: string, reader: Actor): ThreadAsRead[] => {
  const marks = listReadMarks(database(), reader.person, phase)
  const threads = listThreads(database(), phase).map((thread) => ({
    ...thread,
    unread: listUnread(thread, reader.person, marks.get(thread.thread) ?? 0),
  }))
  return sortThreads(threads, reader)
})

/**
 * Opening a thread is reading it. A GET may write this: a mark lies in a working table, changes nothing in the record and nothing for
 * anybody else, and a second GET leaves it as it is; pages are never fetched ahead. Kept after the page was sent, which still shows what was new.
 */
export function markReadAfterwards(phase: string, { thread, unread }: ThreadAsRead, reader: Actor): void {
  const seq = unread.at(-1)
  if (seq === undefined) return
  after(() => withRetries(() => ok(markRead(database(), { person: reader.person, phase, thread, seq }))))
}
