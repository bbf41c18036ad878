import { createHash } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { canonicalJson, type Json } from '#lib/ledger/canonical-json.ts'
import { roles } from '#lib/people/roles.ts'
import type { Db } from '../db.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { aFailedGate } from '../testing/gates.ts'

afterAll(removeDatabases)

type Link = { seq: number; prev: Buffer; hash: Buffer; body: Buffer }
const failedGate = aFailedGate()
let db: Db
beforeEach(() => {
  db = aCopyOf(failedGate)
})
const links = () => db.$client.prepare<[], Link>('SELECT seq, prev, hash, body FROM ledger ORDER BY seq').all()
const lastLink = (): Link => {
  const last = links().at(-1)
  if (!last) throw new Error('The ledger is empty.')
  return last
}

/** The hash as DESIGN words it, written a second time: SHA-256 of a zero byte, eight bytes of seq, the hash before, the body. */
function hashAgain(seq: number, prev: Uint8Array, body: Uint8Array): string {
  const bytes = Buffer.concat([Buffer.from([0]), Buffer.alloc(8), prev, body])
  bytes.writeBigInt64BE(BigInt(seq), 1)
  return createHash('sha256').update(bytes).digest('hex')
}
function insert(values: { seq?: number; prev?: Buffer; body?: Buffer; verb?: string }) {
  const last = lastLink()
  const { seq = last.seq + 1, prev = last.hash, body = bodyOf({}), verb = 'INSERT' } = values
  const hash = Buffer.from(hashAgain(seq, prev, body), 'hex')
  db.$client.prepare(`${verb} INTO ledger (seq, prev, hash, body) VALUES (?, ?, ?, ?)`).run(seq, prev, hash, body)
}
const bodyOf = (different: { [member: string]: Json }): Buffer =>
  Buffer.from(
    canonicalJson({
      ...{ v: 1, command: 'by-hand', part: 0, input: '', kind: 'note.written', actor: 'bob', role: 'builder' },
      ...{ phase: 'redfix', failure: null, subject: null, statedAt: null, recordedAt: '2026-06-18T00:30:00.000Z' },
      payload: {},
      ...different,
    }),
  )

test('every event is chained to the one before, from 32 zero bytes on', () => {
  let prev: Uint8Array = Buffer.alloc(32)
  for (const [index, link] of links().entries()) {
    expect(link.seq).toBe(index + 1)
    expect(link.prev.equals(prev)).toBe(true)
    expect(link.hash.toString('hex')).toBe(hashAgain(link.seq, prev, link.body))
    prev = link.hash
  }
})

test('every body is stored in its canonical form, and the columns say what it says', () => {
  const rows = db.$client.prepare<[], Link & { [column: string]: unknown }>('SELECT * FROM ledger').all()
  for (const { seq, prev, hash, body, command_id, recorded_at, ...columns } of rows) {
    const event = JSON.parse(body.toString('utf8'))
    expect(body.toString('utf8')).toBe(canonicalJson(event))
    expect({ ...columns, command: command_id, recordedAt: recorded_at }).toEqual({
      ...{ command: event.command, part: event.part, kind: event.kind, actor: event.actor, role: event.role },
      ...{ phase: event.phase, failure: event.failure, subject: event.subject, recordedAt: event.recordedAt },
    })
  }
})

test('a FAIL and its finding are two parts of one command', () => {
  const parts = links().map(({ body }) => JSON.parse(body.toString('utf8')))
  const ruling = parts.find(({ kind }) => kind === 'ruling.recorded')
  const finding = parts.find(({ kind }) => kind === 'finding.opened')
  expect([ruling.part, finding.part]).toEqual([0, 1])
  expect(finding.command).toBe(ruling.command)
})

test('an event that follows is taken: what is refused below is refused for its own reason', () => {
  insert({})
  expect(JSON.parse(lastLink().body.toString('utf8')).command).toBe('by-hand')
})

const FOLLOWS = 'ledger: an event must follow the last one'
const NEVER_CHANGED = 'ledger: events are never changed'
const NEVER_DELETED = 'ledger: events are never deleted'
const JUDGES = 'ledger: only an Adversary judges'
const CLAIMS = 'ledger: only a Builder classifies and claims'
const CLOSES = 'ledger: only an Adversary asks for more and closes findings'
const FIXES = 'ledger: only a Builder attaches fixes, addresses findings and declares DONE'
const sql = (text: string) => () => db.$client.exec(text)

describe('the ledger itself refuses', () => {
  test.each<[string, () => void, string]>([
    ['to change a body', sql("UPDATE ledger SET body = x'7b7d' WHERE seq = 1"), NEVER_CHANGED],
    ['to change a hash', sql('UPDATE ledger SET hash = zeroblob(32) WHERE seq = 1'), NEVER_CHANGED],
    ['to renumber', sql('UPDATE ledger SET seq = seq + 1000'), NEVER_CHANGED],
    ['to change and replace', sql('UPDATE OR REPLACE ledger SET seq = 2 WHERE seq = 1'), NEVER_CHANGED],
    ['to delete one event', sql('DELETE FROM ledger WHERE seq = 1'), NEVER_DELETED],
    ['to delete the last event', sql('DELETE FROM ledger WHERE seq = (SELECT max(seq) FROM ledger)'), NEVER_DELETED],
    ['to delete all', sql('DELETE FROM ledger'), NEVER_DELETED],
    ['a gap', () => insert({ seq: lastLink().seq + 2 }), FOLLOWS],
    ['a number that is taken', () => insert({ seq: 1 }), FOLLOWS],
    ['a number below one', () => insert({ seq: 0 }), FOLLOWS],
    ['a negative number', () => insert({ seq: -1 }), FOLLOWS],
    [
      'a number of its own choice',
      sql("INSERT INTO ledger (prev, hash, body) VALUES (zeroblob(32), zeroblob(32), x'7b7d')"),
      FOLLOWS,
    ],
    ['another hash before', () => insert({ prev: Buffer.alloc(32, 7) }), FOLLOWS],
    ['no hash before', () => insert({ prev: Buffer.alloc(32) }), FOLLOWS],
    ['to replace an event', () => insert({ seq: 1, prev: Buffer.alloc(32), verb: 'INSERT OR REPLACE' }), FOLLOWS],
    [
      'to replace the last event',
      () => insert({ seq: lastLink().seq, prev: lastLink().prev, verb: 'REPLACE' }),
      FOLLOWS,
    ],
    ['to skip an event silently', () => insert({ seq: 1, verb: 'INSERT OR IGNORE' }), FOLLOWS],
    [
      'an event under the command and part of another',
      () => insert({ body: bodyOf(commandOf(3)) }),
      'UNIQUE constraint failed',
    ],
    // Only recursive_triggers=ON makes the deletion that hides in REPLACE fire the trigger.
    [
      'to replace an event by its command and part',
      () => insert({ body: bodyOf(commandOf(3)), verb: 'INSERT OR REPLACE' }),
      NEVER_DELETED,
    ],
    ['a body that is not JSON', () => insert({ body: Buffer.from('not json') }), 'malformed JSON'],
    ['a body without a kind', () => insert({ body: bodyOf({ kind: null }) }), 'NOT NULL constraint failed'],
    ['a body without an actor', () => insert({ body: bodyOf({ actor: null }) }), 'NOT NULL constraint failed'],
  ])('%s', (_, act, sentence) => {
    const before = links()
    expect(act).toThrow(sentence)
    expect(links()).toEqual(before)
  })

  const others = (allowed: string) => [...roles, 'system'].filter((role) => role !== allowed)
  test.each<[string, string, string]>([
    ...['ruling.recorded', 'verdict.recorded', 'finding.opened'].flatMap((kind) =>
      others('adversary').map((role): [string, string, string] => [kind, role, JUDGES]),
    ),
    ...['claim.filed', 'claim.withdrawn', 'classification.proposed'].flatMap((kind) =>
      others('builder').map((role): [string, string, string] => [kind, role, CLAIMS]),
    ),
    ...['more.asked', 'finding.closed', 'finding.reopened'].flatMap((kind) =>
      others('adversary').map((role): [string, string, string] => [kind, role, CLOSES]),
    ),
    ...['fix.attached', 'finding.addressed', 'phase.done'].flatMap((kind) =>
      others('builder').map((role): [string, string, string] => [kind, role, FIXES]),
    ),
  ])('%s by %s', (kind, role, sentence) => {
    const before = links()
    expect(() => insert({ body: bodyOf({ kind, role }) })).toThrow(sentence)
    expect(links()).toEqual(before)
  })

  test.each([
    ['ruling.recorded', 'adversary'],
    ['claim.filed', 'builder'],
    ['finding.closed', 'adversary'],
    ['phase.done', 'builder'],
    ['fix.updated', 'operator'],
  ])('not %s by %s', (kind, role) => {
    insert({ body: bodyOf({ kind, role }) })
    expect(JSON.parse(lastLink().body.toString('utf8')).kind).toBe(kind)
  })
})

function commandOf(seq: number): { command: string } {
  const link = links().find((held) => held.seq === seq)
  return { command: link ? JSON.parse(link.body.toString('utf8')).command : '' }
}
