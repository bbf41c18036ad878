import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { keepStatements } from './keep-statements.ts'

function aConnection() {
  const client = new Database(':memory:')
  client.exec('CREATE TABLE runs (number INTEGER, shown TEXT)')
  client.exec("INSERT INTO runs VALUES (31, 'red')")
  return { client, kept: keepStatements(client) }
}
const RUNS = 'SELECT number, shown FROM runs'

test('one text is prepared once', () => {
  const { kept } = aConnection()
  expect(kept.prepare(RUNS)).toBe(kept.prepare(RUNS))
})

test('the form of rows that one query asked for is not that of the next', () => {
  const { kept } = aConnection()
  expect(kept.prepare(RUNS).raw().all()).toEqual([[31, 'red']])
  expect(kept.prepare(RUNS).all()).toEqual([{ number: 31, shown: 'red' }])
})

test('a table that was made anew is read as it is now', () => {
  const { client, kept } = aConnection()
  kept.prepare(RUNS).all()
  client.exec('DROP TABLE runs; CREATE TABLE runs (shown TEXT, failure TEXT, number INTEGER)')
  kept.prepare('INSERT INTO runs (number, shown) VALUES (?, ?)').run(32, 'green')
  expect(kept.prepare(RUNS).all()).toEqual([{ number: 32, shown: 'green' }])
})

test('writes and transactions are those of the connection', () => {
  const { client, kept } = aConnection()
  const write = () => kept.prepare('INSERT INTO runs VALUES (?, ?)').run(33, 'green')
  const takenBack = kept.transaction(() => {
    write()
    throw new Error(`${client.inTransaction}`)
  })
  expect(takenBack).toThrow('true')
  write()
  expect(client.prepare(RUNS).all()).toHaveLength(2)
})

test('of very many texts the oldest is let go', () => {
  const { kept } = aConnection()
  const first = kept.prepare(RUNS)
  const texts = Array.from({ length: 400 }, (_, nth) => `SELECT ${nth} FROM runs`)
  const [second] = texts.map((text) => kept.prepare(text))
  expect(kept.prepare('SELECT 0 FROM runs')).toBe(second)
  expect(kept.prepare(RUNS)).not.toBe(first)
})
