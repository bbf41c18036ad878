import type { Db } from '#db/db.ts'
import { damagedAt } from '#db/ledger/damage.ts'
import { openLedger } from '#db/ledger/open-ledger.ts'
import { ensurePracticePeople } from '#db/people/ensure-practice-people.ts'
import { inviteFirstOperator } from '#db/people/invite-first-operator.ts'
import type { OneTimeLink } from '#db/people/one-time-link.ts'
import type { Configuration } from './configuration.ts'

/**
 * Opens an empty ledger, sees to the practice people, and makes a fresh link for the first Operator where there is none (null: there is
 * one, or the ledger is damaged and nothing is written). Throws a sentence when this ledger was opened for the other mode: practice and real events never share a chain.
 */
export function makeReady(
  db: Db,
  { mode, dataFolder }: Pick<Configuration, 'mode' | 'dataFolder'>,
  now: Date,
): OneTimeLink | null {
  const held = openLedger(db, mode, now)
  if (held === null)
    throw new Error(`The database in ${dataFolder} was not begun by Gatehouse. Set another GATEHOUSE_DATA.`)
  if (held !== mode) throw new Error(`${OTHER_MODE[held]} Set another GATEHOUSE_DATA (this one is ${dataFolder}).`)
  if (damagedAt(db) !== null) return null
  if (mode === 'practice') ensurePracticePeople(db, now)
  return inviteFirstOperator(db, now)
}

const OTHER_MODE = {
  practice: 'This ledger was opened for practice, and GATEHOUSE_ORIGIN asks for a real one.',
  real: 'This ledger was opened for real, and without GATEHOUSE_ORIGIN Gatehouse only practises.',
} as const
