import { and, asc, eq } from 'drizzle-orm'
import type { Role } from '#lib/people/roles.ts'
import type { ThreadFacts } from '#lib/threads/thread-facts.ts'
import type { Db } from '../db.ts'
import { findRole } from '../people/find-role.ts'
import { markOf } from '../phases/mark-of.ts'
import { type AsOf, heldAt } from '../projections/as-of.ts'
import * as t from '../projections/tables.ts'

/** The threads of a phase in the order in which they were opened, as they stood at `seq`; what role their askers hold is always as of now. */
export function listThreads(db: Db, phase: string, seq: AsOf = null): ThreadFacts[] {
  const held = and(eq(t.threads.phase, phase), heldAt(t.threads, seq))
  const said = db
    .select({ message: t.threadMessages })
    .from(t.threadMessages)
    .innerJoin(t.threads, eq(t.threads.thread, t.threadMessages.thread))
    .where(and(held, heldAt(t.threadMessages, seq)))
    .orderBy(asc(t.threadMessages.fromSeq))
    .all()
  const messagesOf = Map.groupBy(said, ({ message }) => message.thread)
  const holds = new Map<string, Role | null>()
  const roleOf = (person: string): Role | null => {
    const role = holds.has(person) ? (holds.get(person) ?? null) : findRole(db, person, phase)
    holds.set(person, role)
    return role
  }
  return db
    .select()
    .from(t.threads)
    .where(held)
    .orderBy(asc(t.threads.thread))
    .all()
    .map(({ thread, about, failure, askedOf, openedSeq, settledBy, settledAt, ...row }) => ({
      ...markOf({ ...row, fromSeq: openedSeq }),
      ...{ thread, about, failure, askedOf },
      askerHolds: roleOf(row.person),
      messages: (messagesOf.get(thread) ?? []).map(({ message }) => ({ ...markOf(message), text: message.text })),
      settled: settledBy === null || settledAt === null ? null : { seq: row.fromSeq, person: settledBy, at: settledAt },
    }))
}
