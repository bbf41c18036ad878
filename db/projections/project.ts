import type { LedgerEvent } from '#lib/ledger/event.ts'
import type { EventKind } from '#lib/ledger/payloads.ts'
import type { Db } from '../db.ts'
import { evidenceProjectors } from './projectors/evidence.ts'
import { findingsProjectors } from './projectors/findings.ts'
import { fixesProjectors } from './projectors/fixes.ts'
import { judgementProjectors } from './projectors/judgement.ts'
import { peopleProjectors } from './projectors/people.ts'
import { phasesProjectors } from './projectors/phases.ts'
import type { Projectors } from './projectors/projector.ts'
import { swarmProjectors } from './projectors/swarm.ts'
import { threadsProjectors } from './projectors/threads.ts'
import { importedItems } from './tables.ts'

/** One entry a kind; a kind that nobody projects does not compile. */
const PROJECTORS: Projectors<EventKind> = {
  ...peopleProjectors,
  ...phasesProjectors,
  ...evidenceProjectors,
  ...fixesProjectors,
  ...findingsProjectors,
  ...judgementProjectors,
  ...threadsProjectors,
  ...swarmProjectors,
}

/** Brings the projections up to this event: a function of the event and of what is projected already, so a rebuild gives the same rows. */
export function project(db: Db, event: LedgerEvent): void {
  projectByKind(db, event)
  const { payload, phase, seq } = event
  if (phase === null || !('imported' in payload) || payload.imported === null) return
  db.insert(importedItems).values({ phase, key: payload.imported.importKey, fromSeq: seq }).onConflictDoNothing().run()
}

// Generic, so that the compiler keeps an event's kind and its projector together.
const projectByKind = <Kind extends EventKind>(db: Db, event: LedgerEvent<Kind>): void =>
  PROJECTORS[event.kind](db, event)
