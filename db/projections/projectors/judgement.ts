import { and, eq, isNull } from 'drizzle-orm'
import * as t from '../tables.ts'
import { born, end, type Projectors, phaseOf, placeOfFailure } from './projector.ts'

export const judgementProjectors = {
  'claim.filed': (db, event) => {
    const { gate, revision, parts, digest } = event.payload
    const phase = phaseOf(event)
    end(db, t.claims, and(eq(t.claims.phase, phase), eq(t.claims.gate, gate)), event.seq)
    db.insert(t.claims)
      .values({ ...born(event), phase, gate, revision, parts, digest, filedSeq: event.seq })
      .run()
  },
  'claim.withdrawn': (db, event) => {
    const where = and(eq(t.claims.phase, phaseOf(event)), eq(t.claims.gate, event.payload.gate), isNull(t.claims.toSeq))
    const held = db.select().from(t.claims).where(where).get()
    if (held) {
      end(db, t.claims, where, event.seq)
      db.insert(t.claims)
        .values({ ...held, withdrawnReason: event.payload.reason, fromSeq: event.seq })
        .run()
    }
  },
  'ruling.recorded': (db, event) => {
    const { phase, failure } = placeOfFailure(event)
    const same = and(
      eq(t.rulings.phase, phase),
      eq(t.rulings.gate, event.payload.gate),
      eq(t.rulings.failure, failure),
      isNull(t.rulings.toSeq),
    )
    end(db, t.rulings, same, event.seq)
    db.insert(t.rulings)
      .values({ ...born(event), phase, failure, ...event.payload })
      .run()
  },
  'finding.opened': (db, event) => {
    const { finding, gate, text, repro } = event.payload
    db.insert(t.findings)
      .values({ ...born(event), ...placeOfFailure(event), finding, gate, text, repro })
      .run()
  },
  'verdict.recorded': (db, event) => {
    const phase = phaseOf(event)
    end(db, t.verdicts, and(eq(t.verdicts.phase, phase), eq(t.verdicts.gate, event.payload.gate)), event.seq)
    db.insert(t.verdicts)
      .values({ ...born(event), phase, ...event.payload })
      .run()
  },
  'veto.raised': (db, event) => {
    db.insert(t.vetoes)
      .values({ ...born(event), phase: phaseOf(event), ...event.payload })
      .run()
  },
  'veto.lifted': (db, event) => {
    end(db, t.vetoes, and(eq(t.vetoes.veto, event.payload.veto)), event.seq)
  },
} satisfies Projectors<
  | 'claim.filed'
  | 'claim.withdrawn'
  | 'ruling.recorded'
  | 'finding.opened'
  | 'verdict.recorded'
  | 'veto.raised'
  | 'veto.lifted'
>
