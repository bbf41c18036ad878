import { and, eq, isNull } from 'drizzle-orm'
import type { LedgerEvent } from '#lib/ledger/event.ts'
import * as t from '../tables.ts'
import { born, end, type Projectors, placeOfFailure } from './projector.ts'

export const fixesProjectors = {
  'fix.attached': (db, event) => {
    const { head, state } = event.payload
    db.insert(t.fixes)
      .values({
        ...born(event),
        ...placeOfFailure(event),
        ...event.payload,
        ...saidBy(event),
        heads: [{ head, seq: event.seq, at: event.recordedAt }],
        attachedSeq: event.seq,
        mergedSeq: state === 'merged' ? event.seq : null,
        mergedAt: state === 'merged' ? event.recordedAt : null,
      })
      .run()
  },
  'fix.updated': (db, event) => {
    const { fix, head, state } = event.payload
    const where = and(eq(t.fixes.fix, fix), isNull(t.fixes.toSeq))
    const held = db.select().from(t.fixes).where(where).get()
    if (!held) return
    end(db, t.fixes, where, event.seq)
    db.insert(t.fixes)
      .values({
        ...held,
        ...saidBy(event),
        head,
        state,
        heads: head === held.head ? held.heads : [...held.heads, { head, seq: event.seq, at: event.recordedAt }],
        mergedSeq: state === 'merged' ? (held.mergedSeq ?? event.seq) : null,
        mergedAt: state === 'merged' ? (held.mergedAt ?? event.recordedAt) : null,
        fromSeq: event.seq,
      })
      .run()
  },
} satisfies Projectors<'fix.attached' | 'fix.updated'>

const saidBy = ({ actor, role, recordedAt, seq }: LedgerEvent) => ({
  saidBy: actor,
  saidRole: role,
  saidAt: recordedAt,
  saidSeq: seq,
})
