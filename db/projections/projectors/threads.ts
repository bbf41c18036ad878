import { and, eq, isNull } from 'drizzle-orm'
import * as t from '../tables.ts'
import { born, end, type Projectors, place } from './projector.ts'

export const threadsProjectors = {
  'thread.opened': (db, event) => {
    const { thread, about, to, text } = event.payload
    db.insert(t.threads)
      .values({ ...born(event), ...place(event), thread, about, askedOf: to, openedSeq: event.seq })
      .run()
    db.insert(t.threadMessages)
      .values({ ...born(event), thread, text })
      .run()
  },
  'thread.replied': (db, event) => {
    db.insert(t.threadMessages)
      .values({ ...born(event), ...event.payload })
      .run()
  },
  'thread.settled': (db, event) => {
    const where = and(eq(t.threads.thread, event.payload.thread), isNull(t.threads.toSeq))
    const held = db.select().from(t.threads).where(where).get()
    if (!held) return
    end(db, t.threads, where, event.seq)
    db.insert(t.threads)
      .values({ ...held, settledBy: event.actor, settledAt: event.recordedAt, fromSeq: event.seq })
      .run()
  },
} satisfies Projectors<'thread.opened' | 'thread.replied' | 'thread.settled'>
