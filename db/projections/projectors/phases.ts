import { and, eq, isNull } from 'drizzle-orm'
import * as t from '../tables.ts'
import { born, end, onlyOnTheTimeline, openFailure, type Projectors, phaseOf, place } from './projector.ts'

export const phasesProjectors = {
  'phase.opened': (db, event) => {
    const { imported: _, ...facts } = event.payload
    db.insert(t.phases)
      .values({ ...born(event), phase: phaseOf(event), ...facts })
      .run()
  },
  'review.imported': onlyOnTheTimeline,
  'failure.added': (db, event) => {
    const { imported: _, ...facts } = event.payload
    db.insert(t.failures)
      .values({ fromSeq: event.seq, phase: phaseOf(event), ...facts })
      .run()
  },
  'hypothesis.stated': (db, event) => {
    const held = db.select().from(t.failures).where(openFailure(event)).get()
    if (held && held.sweptAs === null) {
      end(db, t.failures, openFailure(event), event.seq)
      db.insert(t.failures)
        .values({ ...held, sweptAs: event.payload.text, fromSeq: event.seq })
        .run()
    }
  },
  'fact.stated': (db, event) => {
    const held = db.select().from(t.failures).where(openFailure(event)).get()
    const { version, image } = event.payload
    if (held && ((held.version === null && version !== null) || (held.image === null && image !== null))) {
      end(db, t.failures, openFailure(event), event.seq)
      db.insert(t.failures)
        .values({ ...held, version: held.version ?? version, image: held.image ?? image, fromSeq: event.seq })
        .run()
    }
  },
  'gate.defined': (db, event) => {
    const { imported: _, ...facts } = event.payload
    const phase = phaseOf(event)
    end(db, t.gates, and(eq(t.gates.phase, phase), eq(t.gates.gate, facts.gate)), event.seq)
    db.insert(t.gates)
      .values({ fromSeq: event.seq, recordedAt: event.recordedAt, phase, ...facts })
      .run()
  },
  'plan.recorded': (db, event) => {
    const phase = phaseOf(event)
    end(db, t.plans, eq(t.plans.phase, phase), event.seq)
    db.insert(t.plans)
      .values({ ...born(event), phase, ...event.payload })
      .run()
  },
  'phase.done': (db, event) => {
    db.insert(t.dones)
      .values({ ...born(event), phase: phaseOf(event), ...event.payload, doneSeq: event.seq })
      .run()
  },
  'note.written': onlyOnTheTimeline,
  'reasoning.written': onlyOnTheTimeline,
  'reasoning.unfolded': onlyOnTheTimeline,
  'verdict.stated': (db, event) => {
    const { gate, result, words, text } = event.payload
    db.insert(t.statedVerdicts)
      .values({ ...born(event), ...place(event), gate, result, words, text })
      .run()
  },
  'obligation.owed': (db, event) => {
    const { obligation, by, text, before } = event.payload
    db.insert(t.obligations)
      .values({ ...born(event), ...place(event), obligation, owedBy: by, text, before, owedSeq: event.seq })
      .run()
  },
  'obligation.met': (db, event) => {
    const { obligation, how, evidence } = event.payload
    const where = and(eq(t.obligations.obligation, obligation), isNull(t.obligations.toSeq))
    const held = db.select().from(t.obligations).where(where).get()
    if (held) {
      end(db, t.obligations, where, event.seq)
      db.insert(t.obligations)
        .values({ ...held, metHow: how, metEvidence: evidence, metSeq: event.seq, fromSeq: event.seq })
        .run()
    }
  },
} satisfies Projectors<
  | 'phase.opened'
  | 'review.imported'
  | 'failure.added'
  | 'hypothesis.stated'
  | 'fact.stated'
  | 'gate.defined'
  | 'plan.recorded'
  | 'phase.done'
  | 'note.written'
  | 'reasoning.written'
  | 'reasoning.unfolded'
  | 'verdict.stated'
  | 'obligation.owed'
  | 'obligation.met'
>
