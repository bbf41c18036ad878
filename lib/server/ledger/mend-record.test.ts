import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { Db } from '#db/db.ts'
import { damagedAt } from '#db/ledger/damage.ts'
import { openDatabase } from '#db/open-database.ts'
import { aCopyOf, removeDatabases } from '#db/testing/databases.ts'
import { aFailedGate } from '#db/testing/gates.ts'
import { everythingIn } from '#db/testing/snapshot.ts'
import { mendRecord } from './mend-record.ts'
import { walkRecord } from './verify-whole.ts'

const story = aFailedGate()
const folder = mkdtempSync(join(tmpdir(), 'gatehouse-mend-'))
let db: Db
beforeEach(() => {
  db = aCopyOf(story)
})
afterEach(() => void db.$client.close())
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  removeDatabases()
})

test('a record that is whole is left as it is, and nothing is said', async () => {
  const before = everythingIn(db)
  expect(await mendRecord(db)).toBeNull()
  expect(everythingIn(db)).toEqual(before)
  expect((await walkRecord(db)).ok).toBe(true)
})

test('tables that were changed beside the ledger are rebuilt at start', async () => {
  db.$client.exec("UPDATE phases SET mission = 'another'; UPDATE role_grants SET role = 'operator'")
  expect(await walkRecord(db)).toMatchObject({ ok: false, differing: ['role_grants', 'phases'] })
  expect(damagedAt(db)).toBeNull()
  expect(await mendRecord(db)).toBe(
    'In the database the tables role_grants, phases differ from the ledger; rebuilt from the ledger.',
  )
  expect(everythingIn(db)).toEqual(everythingIn(story))
})

test('while another process holds the file it says that it could not', async () => {
  db.$client.exec("UPDATE phases SET mission = 'another'")
  const other = new Database(db.$client.name)
  other.exec('BEGIN IMMEDIATE')
  expect(await mendRecord(db)).toContain('the table phases differs from the ledger, and could not be rebuilt: ')
  other.exec('ROLLBACK')
  other.close()
})

test('a damaged chain is marked at start, told, and nothing is rebuilt from it', async () => {
  const file = join(folder, 'damaged.sqlite')
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(db.$client.name, file)
  const raw = new Database(file)
  raw.exec(
    'DROP TRIGGER ledger_keeps_every_byte; UPDATE ledger SET hash = zeroblob(32) WHERE seq = 9; DELETE FROM claims',
  )
  raw.close()
  const damaged = openDatabase(file)
  expect(await mendRecord(damaged)).toMatch(/^Event 9 does not verify: its content does not match its hash/)
  expect(damagedAt(damaged)).toBe(9)
  expect(damaged.$client.prepare('SELECT count(*) FROM claims').pluck().get()).toBe(0)
  damaged.$client.close()
})
