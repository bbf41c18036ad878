import { and, eq, isNull } from 'drizzle-orm'
import * as t from '../tables.ts'
import { born, end, type Projectors, placeOfFailure } from './projector.ts'

export const evidenceProjectors = {
  'run.attached': (db, event) => {
    db.insert(t.runs)
      .values({
        ...born(event),
        ...placeOfFailure(event),
        number: event.payload.number,
        run: event.payload,
        attachedSeq: event.seq,
      })
      .run()
  },
  'run.excluded': (db, event) => {
    const where = and(eq(t.runs.number, event.payload.run), isNull(t.runs.toSeq))
    const held = db.select().from(t.runs).where(where).get()
    if (held) {
      end(db, t.runs, where, event.seq)
      db.insert(t.runs)
        .values({
          ...held,
          excludedReason: event.payload.reason,
          excludedBy: event.actor,
          excludedAt: event.recordedAt,
          fromSeq: event.seq,
        })
        .run()
    }
  },
  'observation.recorded': (db, event) => {
    db.insert(t.observations)
      .values({ ...born(event), ...placeOfFailure(event), ...event.payload })
      .run()
  },
  'code.cited': (db, event) => {
    db.insert(t.codeReferences)
      .values({ ...born(event), ...placeOfFailure(event), ...event.payload })
      .run()
  },
  'classification.proposed': (db, event) => {
    const { phase, failure } = placeOfFailure(event)
    end(
      db,
      t.classifications,
      and(eq(t.classifications.phase, phase), eq(t.classifications.failure, failure)),
      event.seq,
    )
    db.insert(t.classifications)
      .values({ ...born(event), phase, failure, ...event.payload })
      .run()
  },
} satisfies Projectors<
  'run.attached' | 'run.excluded' | 'observation.recorded' | 'code.cited' | 'classification.proposed'
>
