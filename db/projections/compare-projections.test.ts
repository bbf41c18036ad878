import { afterAll, describe, expect, test } from 'vitest'
import type { Db } from '../db.ts'
import { lastLink } from '../ledger/append.ts'
import { hashEvent } from '../ledger/hash.ts'
import { recordAsSystem } from '../ledger/record.ts'
import { PROJECTION_TABLES } from '../table-classes.ts'
import { aCopyOf, aLedger, anEmptyDatabase, removeDatabases } from '../testing/databases.ts'
import { tellTheLongStory } from '../testing/long-story.ts'
import { USUAL_TIME } from '../testing/people.ts'
import { everythingIn } from '../testing/snapshot.ts'
import { type Comparison, compareProjections } from './compare-projections.ts'
import { projectionsDdl } from './ddl.ts'
import { rebuildProjections } from './ensure-projections.ts'

afterAll(removeDatabases)

const DDL = projectionsDdl()
const story = aLedger()
tellTheLongStory(story)

const A_FAKE_VERDICT = `INSERT INTO verdicts (from_seq, to_seq, person, role, recorded_at, stated_at, phase, gate, revision, digest, result, reason)
    VALUES (3, NULL, 'ada', 'adversary', '2026-06-18T00:00:00.000Z', NULL, 'redfix', 'M2', 1, 'd', 'pass', 'Good.')`

function compare(db: Db, meanwhile: () => void = () => {}): Comparison {
  const walk = compareProjections(db, DDL)
  for (;;) {
    const step = walk.next()
    if (step.done) return step.value
    meanwhile()
  }
}

const addPeople = (db: Db, from: number, count: number) =>
  db.$client
    .transaction(() => {
      for (let number = from; number < from + count; number += 1) {
        const payload = { person: `p${number}`, name: 'Somebody', invitedBy: null }
        recordAsSystem(db, { id: `add-${number}`, at: USUAL_TIME }, [
          { phase: null, failure: null, subject: null, statedAt: null, kind: 'person.added', payload },
        ])
      }
    })
    .immediate()

test('projections that nobody touched say what the ledger says, and comparing writes nothing', () => {
  const db = aCopyOf(story)
  const before = everythingIn(db)
  expect(compare(db)).toEqual({ differing: [] })
  expect(everythingIn(db)).toEqual(before)
  expect(compare(anEmptyDatabase())).toEqual({ differing: [] })
})

describe('a table that was changed in the file is named, and a rebuild mends it', () => {
  test.each([
    ['a mission reworded', "UPDATE phases SET mission = 'another' WHERE phase = 'redfix'", 'phases'],
    ['everybody an Operator', "UPDATE role_grants SET role = 'operator'", 'role_grants'],
    ['a verdict that nobody gave', A_FAKE_VERDICT, 'verdicts'],
    ['a veto taken out', 'DELETE FROM vetoes WHERE veto = 1', 'vetoes'],
    ['a row that ended holds again', 'UPDATE claims SET to_seq = NULL', 'claims'],
    ['a number as a text', "UPDATE failures SET position = 'first' WHERE position = 1", 'failures'],
    ['a column more', 'ALTER TABLE gates ADD COLUMN extra TEXT', 'gates'],
    ['a table dropped', 'DROP TABLE rulings', 'rulings'],
    ['a trigger slipped in', 'CREATE TRIGGER sly AFTER INSERT ON runs BEGIN DELETE FROM vetoes; END', 'runs'],
  ])('%s', (_, sql, table) => {
    const db = aCopyOf(story)
    db.$client.exec(sql)
    expect(compare(db)).toEqual({ differing: [table] })
    rebuildProjections(db, DDL)
    expect(compare(db)).toEqual({ differing: [] })
  })

  test.each(PROJECTION_TABLES)('%s emptied', (table) => {
    const db = aCopyOf(story)
    db.$client.exec(`DELETE FROM ${table}`)
    expect(compare(db)).toEqual({ differing: [table] })
  })
})

test('beyond the first slice of rows too', () => {
  const db = aLedger()
  addPeople(db, 0, 600)
  expect(compare(db)).toEqual({ differing: [] })
  db.$client.exec("UPDATE people SET name = 'Another' WHERE person = 'p599'")
  expect(compare(db)).toEqual({ differing: ['people'] })
})

test('what is recorded between the slices is no difference', () => {
  const db = aLedger()
  addPeople(db, 0, 600)
  let number = 600
  const recordSome = () => {
    if (number < 1_500) addPeople(db, number, 40)
    number += 40
  }
  expect(compare(db, recordSome)).toEqual({ differing: [] })
  expect(number).toBeGreaterThan(700)
})

test('an event that Gatehouse does not write is named', () => {
  const db = aLedger()
  expect(compare(db)).toEqual({ differing: [] })
  addUnknown(db)
  const head = db.$client.prepare<[], number>('SELECT max(seq) FROM ledger').pluck().get()
  expect(compare(db)).toEqual({ unreadable: head })
})

/** Chained rightly, by hand. */
function addUnknown(db: Db): void {
  const { seq, hash } = lastLink(db)
  const body = Buffer.from(
    '{"actor":"x","command":"c","kind":"made.up","part":0,"payload":{},"phase":null,"recordedAt":"2026-06-18T00:00:00.000Z","role":"system"}',
  )
  const next = hashEvent(seq + 1, hash, body)
  db.$client.prepare('INSERT INTO ledger (seq, prev, hash, body) VALUES (?, ?, ?, ?)').run(seq + 1, hash, next, body)
}
