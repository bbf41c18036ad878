import { evaluatePhase } from '#lib/gates/evaluate-phase.ts'
import { copyMark } from '#lib/phases/files/copy-mark.ts'
import type { PhaseCopy } from '#lib/phases/files/phase-copy.ts'
import type { Db } from '../db.ts'
import { findEvent, headSeq, listEvents } from '../ledger/list-events.ts'
import { findPhaseFacts } from './find-phase-facts.ts'

/** More events than a phase ever had: a copy leaves none out. */
const ALL = 10_000_000

type Asked = {
  /** The address of the phase's page, which the copy names. */
  recordAt: string
  /** As the record stood right after this event of the phase. */
  seq?: number
}

/** What the files of a phase are printed from, judged at `now`; null when no such phase was opened by then. The same seq and time give the same copy for ever. */
export function findPhaseCopy(
  db: Db,
  phase: string,
  { recordAt, seq = headSeq(db, phase) }: Asked,
  now: Date,
): PhaseCopy | null {
  const facts = findPhaseFacts(db, phase, seq)
  const last = facts && findEvent(db, seq)
  if (!last) return null
  const { gates, done } = evaluatePhase(facts, now)
  const events = listEvents(db, { phase, upTo: seq }, ALL).toReversed()
  return { facts, events, names: namesAt(db, seq), gates, done, mark: copyMark(seq, last.hash, now), recordAt }
}

/** What people were called then: a name that came later would make an old copy look changed. */
function namesAt(db: Db, seq: number): { [person: string]: string } {
  const added = listEvents(db, { kinds: ['person.added'], upTo: seq }, ALL).toReversed()
  return Object.fromEntries(
    added.flatMap((event) => (event.kind === 'person.added' ? [[event.payload.person, event.payload.name]] : [])),
  )
}
