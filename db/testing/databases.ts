import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '../db.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { recordAsSystem } from '../ledger/record.ts'
import { openDatabase } from '../open-database.ts'
import { addPerson } from '../people/add-person.ts'
import { ADVERSARY, BUILDER, NOBODY, OPERATOR, SECOND_ADVERSARY, STAKEHOLDER, USUAL_TIME } from './people.ts'

const folders: string[] = []

/** A new file in a folder of its own. `removeDatabases` removes all of them. */
export function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-db-'))
  folders.push(folder)
  return join(folder, 'gatehouse.sqlite')
}
/** For `afterAll`. */
export function removeDatabases(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** An empty database: nothing is recorded, nobody is there. It does not wait for the disk: no test cuts the power. */
export const anEmptyDatabase = (): Db => hurried(openDatabase(aFile()))

/** The same content in a file of its own, so that a scenario is made once and each test may go on from it. */
export function aCopyOf(db: Db): Db {
  const file = aFile()
  writeFileSync(file, db.$client.serialize())
  return hurried(openDatabase(file))
}

function hurried(db: Db): Db {
  db.$client.pragma('synchronous = OFF')
  return db
}

/** A ledger that was opened, with Bob the Builder, Ada and Alan the Adversaries, Olga the Operator and Sam the Stakeholder of every phase. */
export function aLedger(db: Db = anEmptyDatabase()): Db {
  openLedger(db, 'real', USUAL_TIME)
  for (const { person, name, role } of [OPERATOR, BUILDER, ADVERSARY, SECOND_ADVERSARY, STAKEHOLDER]) {
    if (role) addPerson(db, { person, name, invitedBy: null, role: { role, phase: null } }, USUAL_TIME)
  }
  const { person, name } = NOBODY
  const nowhere = { phase: null, failure: null, subject: null, statedAt: null }
  const added = { ...nowhere, kind: 'person.added', payload: { person, name, invitedBy: null } } as const
  db.$client.transaction(() => recordAsSystem(db, { id: `add-${person}`, at: USUAL_TIME }, [added])).immediate()
  return db
}
