import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '../db.ts'
import { readMarks } from '../working/tables.ts'

export type ReadMark = { person: string; phase: string; thread: number; seq: number }

/** Keeps that this person has read a thread up to and with `seq`. A mark only moves forward, whichever tab comes last. */
export function markRead(db: Db, mark: ReadMark): void {
  db.insert(readMarks)
    .values(mark)
    .onConflictDoUpdate({
      target: [readMarks.person, readMarks.phase, readMarks.thread],
      set: { seq: sql`max(${readMarks.seq}, excluded.seq)` },
    })
    .run()
}

/** How far this person has read each thread of a phase; a thread they never opened is not in it. */
export function listReadMarks(db: Db, person: string, phase: string): Map<number, number> {
  const rows = db
    .select({ thread: readMarks.thread, seq: readMarks.seq })
    .from(readMarks)
    .where(and(eq(readMarks.person, person), eq(readMarks.phase, phase)))
    .all()
  return new Map(rows.map(({ thread, seq }) => [thread, seq]))
}
