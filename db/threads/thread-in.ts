import { because, ok, type Result, refuse } from '#lib/result.ts'
import type { ThreadFacts } from '#lib/threads/thread-facts.ts'
import type { Db } from '../db.ts'
import { phaseOr } from '../phases/on-record.ts'
import { listThreads } from './list-threads.ts'

/** The thread of this number in this phase, or the sentence that there is none. */
export function threadIn(db: Db, phase: string, thread: number): Result<ThreadFacts> {
  const facts = phaseOr(db, phase)
  if (!facts.ok) return facts
  const found = listThreads(db, phase).find((held) => held.thread === thread)
  return found ? ok(found) : refuse(because('no_such_thread', `The phase ${phase} has no thread ${thread}.`))
}
