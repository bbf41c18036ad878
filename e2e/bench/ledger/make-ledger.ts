import type { Db } from '#db/db.ts'
import { headSeq } from '#db/ledger/list-events.ts'
import { openLedger } from '#db/ledger/open-ledger.ts'
import { immediately } from '#db/ledger/record.ts'
import { openDatabase } from '#db/open-database.ts'
import { addPerson } from '#db/people/add-person.ts'
import { ensurePracticePeople } from '#db/people/ensure-practice-people.ts'
import { OPERATOR } from '#db/testing/people.ts'
import { keepJournal } from './keep-journal.ts'
import { FAILURES } from './six-failures.ts'
import { type Extent, tellPhase } from './tell-phase.ts'

export const EVENTS = 100_000
/** One of sixty as it usually is, and one that went on for weeks: about 200 runs and six revisions. */
export const TYPICAL = 'phase-30'
export const LARGE = 'phase-60'

const PHASES = 60
const USUAL_EXTENT: Extent = { rounds: 2, runs: 3, notes: 122 }
const LARGE_EXTENT: Extent = { rounds: 6, runs: 4, notes: 120 }

/** A practice ledger of 100,000 events in a new file: sixty phases, one after the other. Does not wait for the disk. */
export function makeLedger(file: string): void {
  const db = openDatabase(file)
  db.$client.pragma('synchronous = OFF')
  immediately(db, () => fill(db))
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
  db.$client.close()
}

function fill(db: Db): void {
  openLedger(db, 'practice', new Date())
  ensurePracticePeople(db, new Date())
  const { person, name } = OPERATOR
  addPerson(db, { person, name, invitedBy: null, role: { role: 'operator', phase: null } }, new Date())
  for (let nth = 1; nth <= PHASES; nth += 1) {
    const phase = `phase-${nth}`
    tellPhase(db, phase, phase === LARGE ? LARGE_EXTENT : USUAL_EXTENT)
  }
  keepJournal(db, LARGE, FAILURES, EVENTS - headSeq(db))
}
