import { and, eq, isNull } from 'drizzle-orm'
import type { EvidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { FindingStanding } from '#lib/findings/words.ts'
import type { LedgerEvent } from '#lib/ledger/event.ts'
import type { Db } from '../../db.ts'
import * as t from '../tables.ts'
import { born, end, type Projectors, phaseOf, placeOfFailure } from './projector.ts'
import { reopen } from './reopen.ts'

export const findingsProjectors = {
  'finding.opened': (db, event) => {
    db.insert(t.findings)
      .values({
        ...born(event),
        ...placeOfFailure(event),
        ...event.payload,
        ...movedTo(event, 'open', event.payload.text, []),
        openedSeq: event.seq,
        openSince: event.seq,
      })
      .run()
  },
  'finding.addressed': (db, event) => move(db, event, 'addressed', event.payload.with, event.payload.cites),
  'finding.closed': (db, event) => move(db, event, 'closed', event.payload.reason, event.payload.cites),
  'finding.reopened': (db, event) => {
    move(db, event, 'open', event.payload.reason, [])
    reopen(db, event, `${event.payload.finding} was opened again`)
  },
} satisfies Projectors<'finding.opened' | 'finding.addressed' | 'finding.closed' | 'finding.reopened'>

type Moving = LedgerEvent<'finding.addressed' | 'finding.closed' | 'finding.reopened'>

function move(db: Db, event: Moving, standing: FindingStanding, words: string, cites: EvidenceRef[]): void {
  const where = and(
    eq(t.findings.phase, phaseOf(event)),
    eq(t.findings.finding, event.payload.finding),
    isNull(t.findings.toSeq),
  )
  const held = db.select().from(t.findings).where(where).get()
  if (!held) return
  end(db, t.findings, where, event.seq)
  db.insert(t.findings)
    .values({
      ...held,
      ...movedTo(event, standing, words, cites),
      openSince: standing === 'open' ? event.seq : held.openSince,
      fromSeq: event.seq,
    })
    .run()
}

const movedTo = (
  { actor, role, recordedAt }: LedgerEvent,
  standing: FindingStanding,
  movedWords: string,
  movedCites: EvidenceRef[],
) => ({ standing, movedBy: actor, movedRole: role, movedAt: recordedAt, movedWords, movedCites })
