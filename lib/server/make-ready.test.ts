import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Db } from '#db/db.ts'
import { markDamaged } from '#db/ledger/damage.ts'
import { findEvent, headSeq } from '#db/ledger/list-events.ts'
import { openLedger } from '#db/ledger/open-ledger.ts'
import { openDatabase } from '#db/open-database.ts'
import { listPeople } from '#db/people/list-people.ts'
import { makeReady } from './make-ready.ts'

const NOW = new Date('2026-06-18T00:25:00Z')
const practice = { mode: 'practice', dataFolder: '.data' } as const
const real = { mode: 'real', dataFolder: '.data' } as const
let folder: string
let db: Db

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-start-'))
  db = openDatabase(join(folder, 'x.sqlite'))
})
afterEach(() => {
  db.$client.close()
  rmSync(folder, { recursive: true, force: true })
})

test.each([practice, real])('the first event of a $mode ledger says so', (configuration) => {
  makeReady(db, configuration, NOW)
  expect(findEvent(db, 1)).toMatchObject({ kind: 'ledger.opened', payload: { mode: configuration.mode } })
})

test('practice begins with one person a role, each in every phase, and needs no link', () => {
  expect(makeReady(db, practice, NOW)).toBeNull()
  expect(listPeople(db)).toEqual([
    { person: 'practice-builder', name: 'Practice Builder', roles: [{ role: 'builder', phase: null }] },
    { person: 'practice-adversary', name: 'Practice Adversary', roles: [{ role: 'adversary', phase: null }] },
    { person: 'practice-operator', name: 'Practice Operator', roles: [{ role: 'operator', phase: null }] },
    { person: 'practice-stakeholder', name: 'Practice Stakeholder', roles: [{ role: 'stakeholder', phase: null }] },
  ])
})

test('a real ledger begins with nobody', () => {
  expect(makeReady(db, real, NOW)?.token).toMatch(/^[\w-]{43}$/)
  expect(listPeople(db)).toEqual([])
})

test('a second start adds nothing to the record, and makes another link while nobody is Operator', () => {
  const first = makeReady(db, real, NOW)
  const events = headSeq(db)
  const second = makeReady(db, real, NOW)
  expect(headSeq(db)).toBe(events)
  expect(second?.token).not.toBe(first?.token)
})

test('a damaged ledger is opened, and nothing is written: no people, no link', () => {
  const other = openDatabase(join(folder, 'damaged.sqlite'))
  openLedger(other, 'practice', NOW)
  markDamaged(other, 1)
  expect(makeReady(other, practice, NOW)).toBeNull()
  expect([headSeq(other), listPeople(other)]).toEqual([1, []])
  other.$client.close()
})

test('refuses to start a practice ledger for real, and a real one for practice', () => {
  makeReady(db, practice, NOW)
  expect(() => makeReady(db, real, NOW)).toThrow(
    'This ledger was opened for practice, and GATEHOUSE_ORIGIN asks for a real one. Set another GATEHOUSE_DATA (this one is .data).',
  )
  const other = openDatabase(join(folder, 'other.sqlite'))
  makeReady(other, real, NOW)
  expect(() => makeReady(other, practice, NOW)).toThrow('This ledger was opened for real')
  other.$client.close()
})
