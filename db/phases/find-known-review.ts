import { eq } from 'drizzle-orm'
import type { CopyMark } from '#lib/phases/files/copy-mark.ts'
import type { KnownReview } from '#lib/phases/review/match-review.ts'
import type { Db } from '../db.ts'
import { listEvents } from '../ledger/list-events.ts'
import { importedItems } from '../projections/tables.ts'
import { findPhaseFacts } from './find-phase-facts.ts'
import { findPrintedReview } from './find-printed-review.ts'

/** More notes than a phase ever had: an old one in the same words must be found too. */
const ALL = 1_000_000

/**
 * What is on record about a phase, in the terms in which a REVIEW file speaks; an empty record for a phase that was never opened. `mark`:
 * that of the file, where it is a copy.
 */
export function findKnownReview(db: Db, phase: string, mark: CopyMark | null = null): KnownReview {
  const facts = findPhaseFacts(db, phase)
  const notes = listEvents(db, { phase, kinds: ['note.written'] }, ALL)
  const imported = db.select({ key: importedItems.key }).from(importedItems).where(eq(importedItems.phase, phase)).all()
  return {
    importKeys: new Set(imported.map(({ key }) => key)),
    phaseExists: facts !== null,
    failures: facts?.failures.map(({ failure, ...held }) => ({ name: failure, ...held })) ?? [],
    gates: facts?.gates.map(({ gate, criteria }) => ({ id: gate, criteria })) ?? [],
    entries: notes.flatMap(({ kind, statedAt, payload }) =>
      kind === 'note.written' ? [{ at: statedAt, text: payload.text }] : [],
    ),
    owed: facts?.obligations.map(({ by, failure, text }) => ({ by, failure, text })) ?? [],
    printed: mark && findPrintedReview(db, phase, mark),
  }
}
