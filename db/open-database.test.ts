import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import type { Db } from './db.ts'
import { openDatabase } from './open-database.ts'
import { aFile, aLedger, removeDatabases } from './testing/databases.ts'
import { everythingIn } from './testing/snapshot.ts'

afterAll(removeDatabases)

const file = aFile()
const first = aLedger(openDatabase(file))
const second = openDatabase(file)

describe('every connection holds', () => {
  test.each<[string, string, unknown]>([
    ['WAL', 'journal_mode', 'wal'],
    ['FULL, so that what was acknowledged outlives a power cut', 'synchronous', 2],
    ['triggers on the deletion that hides in a REPLACE', 'recursive_triggers', 1],
    ['foreign keys', 'foreign_keys', 1],
    ['no trust in what a schema calls', 'trusted_schema', 0],
    ['a wait of 100 ms at most', 'busy_timeout', 100],
  ])('%s', (_, pragma, wanted) => {
    const held = (db: Db) => db.$client.pragma(pragma, { simple: true })
    expect([held(first), held(second)]).toEqual([wanted, wanted])
  })

  test('the triggers of the ledger', () => {
    for (const db of [first, second])
      expect(() => db.$client.exec('DELETE FROM ledger')).toThrow('events are never deleted')
  })
})

test('opening a file again changes nothing in it', () => {
  const before = everythingIn(first)
  openDatabase(file).$client.close()
  expect(everythingIn(first)).toEqual(before)
})

test('a file that is no database is not touched', () => {
  const other = aFile()
  const foreign = new Database(other)
  foreign.exec('CREATE TABLE ledger (note TEXT)')
  foreign.close()
  expect(() => openDatabase(other)).toThrow()
})
