import { and, eq, isNull } from 'drizzle-orm'
import * as t from '../tables.ts'
import { born, end, onlyOnTheTimeline, type Projectors, phaseOf, placeOfFailure } from './projector.ts'
import { reopen } from './reopen.ts'

export const judgementProjectors = {
  'claim.filed': (db, event) => {
    const phase = phaseOf(event)
    end(db, t.claims, and(eq(t.claims.phase, phase), eq(t.claims.gate, event.payload.gate)), event.seq)
    db.insert(t.claims)
      .values({ ...born(event), phase, ...event.payload, filedSeq: event.seq })
      .run()
  },
  'claim.withdrawn': (db, event) => {
    const where = and(eq(t.claims.phase, phaseOf(event)), eq(t.claims.gate, event.payload.gate), isNull(t.claims.toSeq))
    const held = db.select().from(t.claims).where(where).get()
    if (held) {
      end(db, t.claims, where, event.seq)
      db.insert(t.claims)
        .values({ ...held, withdrawnReason: event.payload.reason, withdrawnAt: event.recordedAt, fromSeq: event.seq })
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
    if (event.payload.result === 'fail') reopen(db, event, `${failure} was ruled FAIL on ${event.payload.gate}`)
  },
  'more.asked': onlyOnTheTimeline,
  'verdict.recorded': (db, event) => {
    const phase = phaseOf(event)
    end(db, t.verdicts, and(eq(t.verdicts.phase, phase), eq(t.verdicts.gate, event.payload.gate)), event.seq)
    db.insert(t.verdicts)
      .values({ ...born(event), phase, ...event.payload })
      .run()
    if (event.payload.result === 'fail') reopen(db, event, `${event.payload.gate} got a FAIL`)
  },
  'veto.raised': (db, event) => {
    db.insert(t.vetoes)
      .values({ ...born(event), phase: phaseOf(event), ...event.payload })
      .run()
    reopen(db, event, `${event.payload.gate ?? 'the phase'} was vetoed`)
  },
  'veto.lifted': (db, event) => {
    end(db, t.vetoes, and(eq(t.vetoes.veto, event.payload.veto)), event.seq)
  },
} satisfies Projectors<
  | 'claim.filed'
  | 'claim.withdrawn'
  | 'ruling.recorded'
  | 'more.asked'
  | 'verdict.recorded'
  | 'veto.raised'
  | 'veto.lifted'
>
