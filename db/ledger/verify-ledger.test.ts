import { readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import type { Db } from '../db.ts'
import { writeNote } from '../notes/write-note.ts'
import { openDatabase } from '../open-database.ts'
import { aCopyOf, aFile, anEmptyDatabase, removeDatabases } from '../testing/databases.ts'
import { aFailedGate } from '../testing/gates.ts'
import { asBuilder } from '../testing/people.ts'
import { refusalOf } from '../testing/refusals.ts'
import { markDamaged } from './damage.ts'
import { hashEvent } from './hash.ts'
import { headSeq } from './list-events.ts'
import { type Verification, verifyLedger } from './verify-ledger.ts'

afterAll(removeDatabases)

const story = aFailedGate()
const events = headSeq(story)
const writeSomething = (db: Db) =>
  writeNote(db, asBuilder({ phase: 'redfix', failure: null, note: 'log', text: 'More.', statedAt: null }))

function verify(db: Db): Verification {
  const walk = verifyLedger(db)
  for (;;) {
    const step = walk.next()
    if (step.done) return step.value
  }
}

/** The story, after somebody with the file and no scruples: a raw connection, without triggers. */
function tampered(tamper: (raw: Database.Database) => void): Db {
  const copy = aCopyOf(story)
  const file = copy.$client.name
  copy.$client.close()
  const raw = new Database(file)
  for (const name of raw.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all())
    raw.exec(`DROP TRIGGER ${name}`)
  tamper(raw)
  raw.close()
  return openDatabase(file)
}
const run = (sql: string) => (raw: Database.Database) => void raw.exec(sql)

test('a ledger that nobody touched verifies, names its head, and is written to', () => {
  const db = aCopyOf(story)
  const head = db.$client.prepare<[], string>('SELECT lower(hex(hash)) FROM ledger ORDER BY seq DESC').pluck().get()
  expect(verify(db)).toEqual({ ok: true, events, head })
  expect(writeSomething(db).ok).toBe(true)
})

test('an empty one verifies: its head is 32 zero bytes', () => {
  expect(verify(anEmptyDatabase())).toEqual({ ok: true, events: 0, head: '0'.repeat(64) })
})

const CONTENT = 'its content does not match its hash'
const NOT_AFTER = 'it does not follow the event before'
describe('the first event that does not verify is named, and nothing is written from then on', () => {
  test.each<[string, (raw: Database.Database) => void, number, string]>([
    ['one byte of a body was flipped', flipOneByte(9), 9, CONTENT],
    ['one byte of the first body was flipped', flipOneByte(1), 1, CONTENT],
    ['one byte of the last body was flipped', flipOneByte(events), events, CONTENT],
    ['a body was replaced, and its own hash with it', replaceWithHash(9), 10, NOT_AFTER],
    ['a hash was changed', run('UPDATE ledger SET hash = randomblob(32) WHERE seq = 9'), 9, CONTENT],
    ['a link was changed', run('UPDATE ledger SET prev = randomblob(32) WHERE seq = 9'), 9, NOT_AFTER],
    ['an event is gone', run('DELETE FROM ledger WHERE seq = 9'), 9, 'event 9 is missing'],
    ['the first event is gone', run('DELETE FROM ledger WHERE seq = 1'), 1, 'event 1 is missing'],
    ['an event was moved', run('UPDATE ledger SET seq = 1000 WHERE seq = 9'), 9, 'event 9 is missing'],
    ['an event was slipped in below the first', slipIn(0), 1, 'event 0 stands where event 1 must be the first'],
  ])('%s', (_, tamper, firstBad, because) => {
    const db = tampered(tamper)
    expect(verify(db)).toEqual({ ok: false, events: firstBad - 1, firstBad, because })
    expect(refusalOf(db, () => writeSomething(db)).sentence).toBe(
      `The ledger does not verify at event ${firstBad}: nothing is recorded until the Operator has restored it.`,
    )
  })
})

test('a column that was changed in the file beside its body is found', () => {
  const copy = aCopyOf(story)
  copy.$client.pragma('wal_checkpoint(TRUNCATE)')
  copy.$client.close()
  const bytes = readFileSync(copy.$client.name)
  // The record of an event ends with its stored columns: … kind, actor, role, phase. The body says `"role":"operator"` elsewhere.
  const at = bytes.indexOf('phase.openedolgaoperatorredfix')
  expect(at).toBeGreaterThan(0)
  bytes.write('phase.openedolgaoperatoRredfix', at)
  const file = aFile()
  writeFileSync(file, bytes)
  const db = openDatabase(file)
  const opened = db.$client.prepare<[], number>("SELECT seq FROM ledger WHERE role = 'operatoR'").pluck().get() ?? 0
  expect(opened).toBeGreaterThan(0)
  expect(verify(db)).toEqual({
    ...{ ok: false, events: opened - 1, firstBad: opened },
    because: 'a column beside its content says something else',
  })
})

test('a ledger that was restored is written to again, once a walk has found it whole', () => {
  const db = aCopyOf(story)
  markDamaged(db, 9)
  expect(refusalOf(db, () => writeSomething(db)).reason).toBe('ledger_damaged')
  expect(verify(db).ok).toBe(true)
  expect(writeSomething(db).ok).toBe(true)
})

test('reading goes on while writing is refused', () => {
  const db = tampered(flipOneByte(9))
  verify(db)
  expect(headSeq(db)).toBe(events)
})

function flipOneByte(seq: number) {
  return (raw: Database.Database) => {
    const body = bodyOf(raw, seq)
    // Within a text, so that it is still JSON.
    const at = body.indexOf('2026-06-18') + 3
    body[at] = (body[at] ?? 0) ^ 1
    raw.prepare('UPDATE ledger SET body = ? WHERE seq = ?').run(body, seq)
  }
}

/** A copy of event 2 under another command. */
function slipIn(seq: number) {
  return (raw: Database.Database) => {
    const body = Buffer.from(bodyOf(raw, 2).toString('utf8').replace('"command":"', '"command":"x'))
    const prev = Buffer.alloc(32)
    const insert = raw.prepare('INSERT INTO ledger (seq, prev, hash, body) VALUES (?, ?, ?, ?)')
    insert.run(seq, prev, hashEvent(seq, prev, body), body)
  }
}

function replaceWithHash(seq: number) {
  return (raw: Database.Database) => {
    const prev = raw.prepare<[number], Buffer>('SELECT prev FROM ledger WHERE seq = ?').pluck().get(seq)
    const body = Buffer.from(bodyOf(raw, seq).toString('utf8').replace('2026-06-18', '2026-06-17'))
    raw.prepare('UPDATE ledger SET body = ?, hash = ? WHERE seq = ?').run(body, hashEvent(seq, prev ?? body, body), seq)
  }
}

function bodyOf(raw: Database.Database, seq: number): Buffer {
  const body = raw.prepare<[number], Buffer>('SELECT body FROM ledger WHERE seq = ?').pluck().get(seq)
  if (!body) throw new Error(`There is no event ${seq}.`)
  return body
}
