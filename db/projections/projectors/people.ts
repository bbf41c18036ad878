import { and, eq, isNull } from 'drizzle-orm'
import * as t from '../tables.ts'
import { end, onlyOnTheTimeline, type Projectors, phaseOf } from './projector.ts'

export const peopleProjectors = {
  'ledger.opened': onlyOnTheTimeline,
  'person.added': (db, { seq, payload }) => {
    db.insert(t.people).values({ fromSeq: seq, person: payload.person, name: payload.name }).run()
  },
  'sign-in.added': onlyOnTheTimeline,
  'role.given': (db, { seq, phase, payload }) => {
    db.insert(t.roleGrants)
      .values({ fromSeq: seq, person: payload.person, role: payload.role, phase: payload.everyPhase ? null : phase })
      .run()
  },
  'role.withdrawn': (db, { seq, phase, payload }) => {
    const { person, role, everyPhase } = payload
    const where = everyPhase || phase === null ? isNull(t.roleGrants.phase) : eq(t.roleGrants.phase, phase)
    end(db, t.roleGrants, and(eq(t.roleGrants.person, person), eq(t.roleGrants.role, role), where), seq)
  },
  'token.issued': (db, event) => {
    db.insert(t.tokens)
      .values({ fromSeq: event.seq, phase: phaseOf(event), issuedAt: event.recordedAt, ...event.payload })
      .run()
  },
  'token.revoked': (db, { seq, recordedAt, payload }) => {
    const where = and(eq(t.tokens.token, payload.token), isNull(t.tokens.toSeq))
    const held = db.select().from(t.tokens).where(where).get()
    if (!held) return
    end(db, t.tokens, where, seq)
    db.insert(t.tokens)
      .values({ ...held, revokedAt: recordedAt, revokedReason: payload.reason, fromSeq: seq })
      .run()
  },
} satisfies Projectors<
  | 'ledger.opened'
  | 'sign-in.added'
  | 'person.added'
  | 'role.given'
  | 'role.withdrawn'
  | 'token.issued'
  | 'token.revoked'
>
