import { createHash, randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { EventDraft } from '#lib/ledger/event.ts'
import type { Db } from '../db.ts'
import { openDatabase } from '../open-database.ts'
import { openPhase } from '../phases/open-phase.ts'
import { damagedAt } from './damage.ts'
import { exportLedger } from './export-ledger.ts'
import { findLink } from './find-link.ts'
import { findNeighbours, listEntries } from './list-entries.ts'
import { immediately, recordAsSystem } from './record.ts'
import { type Verification, verifyLedger } from './verify-ledger.ts'

const EVENTS = 1_203
const folder = mkdtempSync(join(tmpdir(), 'whole-record-'))
const file = join(folder, 'gatehouse.sqlite')
let db: Db

const nowhere = { failure: null, subject: null, statedAt: null }
/** Every third event belongs to the phase one may not read; names carry what a careless export would change. */
const draft = (number: number): EventDraft => ({
  ...nowhere,
  phase: number % 3 === 0 ? 'hidden' : null,
  kind: 'person.added',
  payload: { person: `person-${number}`, name: `Zoë “${number}” \u{1f512} \u2028`, invitedBy: null },
})

beforeAll(() => {
  db = openDatabase(file)
  immediately(db, () => {
    for (let number = 1; number <= EVENTS; number += 1)
      recordAsSystem(db, { id: `command-${number}`, at: new Date('2026-06-18T00:00:00Z') }, [draft(number)])
  })
})
afterAll(() => {
  db.$client.close()
  rmSync(folder, { recursive: true })
})

function verify(of: Db): Verification {
  const walk = verifyLedger(of)
  for (;;) {
    const step = walk.next()
    if (step.done) return step.value
  }
}

function openAPhase(copy: Db) {
  const at = new Date('2026-06-18T00:00:00Z')
  const role = { person: 'person-1', role: 'builder', everyPhase: true } as const
  recordAsSystem(copy, { id: randomUUID(), at }, [{ ...nowhere, phase: null, kind: 'role.given', payload: role }])
  const input = {
    phase: `p${randomUUID()}`,
    title: 't',
    mission: 'm',
    planPath: null,
    doneRule: null,
    lifetimeHours: 24,
  }
  return openPhase(copy, { id: randomUUID(), actor: { person: 'person-1', name: '', role: null }, at, input })
}

/** A copy of the file in which somebody with access to it changed something behind the triggers. */
function tampered(sql: string): Db {
  db.$client.pragma('wal_checkpoint(TRUNCATE)')
  const copy = join(folder, `${createHash('sha256').update(sql).digest('hex')}.sqlite`)
  copyFileSync(file, copy)
  const client = new Database(copy)
  const triggers = z
    .array(z.object({ name: z.string() }))
    .parse(client.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all())
  for (const { name } of triggers) client.exec(`DROP TRIGGER ${name}`)
  client.exec(sql)
  client.close()
  return openDatabase(copy)
}

describe('the chain is verified as a whole', () => {
  test('an untouched record verifies, with its head', () => {
    expect(verify(db)).toEqual({ ok: true, events: EVENTS, head: findLink(db, EVENTS)?.hash })
  })

  test.each<[string, string, number]>([
    [
      'one byte of a name flipped',
      `UPDATE ledger SET body = CAST(replace(CAST(body AS TEXT), 'person-700', 'person-701') AS BLOB) WHERE seq = 700`,
      700,
    ],
    [
      'a time moved',
      `UPDATE ledger SET body = CAST(replace(CAST(body AS TEXT), '2026-06', '2026-05') AS BLOB) WHERE seq = 1`,
      1,
    ],
    ['an event taken out', 'DELETE FROM ledger WHERE seq = 41', 41],
    ['the hash itself changed', 'UPDATE ledger SET hash = randomblob(32) WHERE seq = 12', 12],
    [
      'an event cut out of the chain',
      'UPDATE ledger SET prev = (SELECT prev FROM ledger WHERE seq = 8) WHERE seq = 9',
      9,
    ],
  ])('%s: the first bad event is named, and writing is refused from then on', (_, sql, seq) => {
    const copy = tampered(sql)
    expect(openAPhase(copy)).toMatchObject({ ok: true })
    expect(verify(copy)).toMatchObject({ ok: false, firstBad: seq, events: seq - 1 })
    expect(damagedAt(copy)).toBe(seq)
    expect(openAPhase(copy)).toMatchObject({ ok: false, refusal: { reason: 'ledger_damaged' } })
    copy.$client.close()
  })

  test('an event alone says whether its content belongs to its hash', () => {
    const copy = tampered(
      `UPDATE ledger SET body = CAST(replace(CAST(body AS TEXT), 'Zoë', 'Zoe') AS BLOB) WHERE seq = 5`,
    )
    expect([findLink(copy, 4)?.matches, findLink(copy, 5)?.matches]).toEqual([true, false])
    copy.$client.close()
  })
})

describe('the export can be verified without Gatehouse', () => {
  const Line = z.object({ seq: z.number(), prev: z.string(), hash: z.string(), body: z.string() })
  const exported = (of: Db) =>
    [...exportLedger(of)]
      .join('')
      .trimEnd()
      .split('\n')
      .map((text) => Line.parse(JSON.parse(text)))

  /** As an outsider would write it from the sentence on the page. */
  function firstBad(lines: z.infer<typeof Line>[]): number | null {
    let prev = '00'.repeat(32)
    for (const [index, line] of lines.entries()) {
      const head = Buffer.alloc(9)
      head.writeBigUInt64BE(BigInt(line.seq), 1)
      const hash = createHash('sha256')
        .update(head)
        .update(Buffer.from(line.prev, 'hex'))
        .update(line.body)
        .digest('hex')
      if (line.seq !== index + 1 || line.prev !== prev || line.hash !== hash) return index + 1
      prev = line.hash
    }
    return null
  }

  test('every event is there, once, in order, and the chain holds', () => {
    const lines = exported(db)
    expect(lines).toHaveLength(EVENTS)
    expect(firstBad(lines)).toBeNull()
  })

  test('the same bytes give the same export', () => {
    expect([...exportLedger(db)].join('')).toBe([...exportLedger(db)].join(''))
  })

  test('a flipped byte shows in the export too', () => {
    const copy = tampered(
      `UPDATE ledger SET body = CAST(replace(CAST(body AS TEXT), '“9”', '“8”') AS BLOB) WHERE seq = 9`,
    )
    expect(firstBad(exported(copy))).toBe(9)
    copy.$client.close()
  })

  test('it ends at the event that was the last when it began', () => {
    const fresh = openDatabase(':memory:')
    const add = (number: number) =>
      recordAsSystem(fresh, { id: `command-${number}`, at: new Date('2026-06-18T00:00:00Z') }, [draft(number)])
    for (let number = 1; number <= 600; number += 1) add(number)
    const slices = exportLedger(fresh)
    const first = slices.next().value ?? ''
    add(601)
    expect((first + [...slices].join('')).trimEnd().split('\n')).toHaveLength(600)
  })
})

describe('a reader sees the events of their phases and of none', () => {
  test('events of other phases are not listed', () => {
    const seen = listEntries(db, { phases: [] }, 4).map(({ seq }) => seq)
    expect(seen).toEqual([1202, 1201, 1199, 1198])
    expect(listEntries(db, { phases: ['hidden'] }, 4).map(({ seq }) => seq)).toEqual([1203, 1202, 1201, 1200])
  })

  test('nor are they to a reader of many phases, newest first there too', () => {
    const many = Array.from({ length: 9 }, (_, nth) => `phase-${nth}`)
    expect(listEntries(db, { phases: many }, 4).map(({ seq }) => seq)).toEqual([1202, 1201, 1199, 1198])
    const seen = listEntries(db, { phases: [...many, 'hidden'] }, 4)
    expect(seen.map(({ seq }) => seq)).toEqual([1203, 1202, 1201, 1200])
  })

  test('naming a phase in the filter opens nothing', () => {
    expect(listEntries(db, { phases: [], phase: 'hidden' }, 4)).toEqual([])
  })

  test('pages follow each other by key without a gap', () => {
    const first = listEntries(db, { phases: [] }, 2)
    const second = listEntries(db, { phases: [], before: first.at(-1)?.seq }, 2)
    expect(second.map(({ seq }) => seq)).toEqual([1199, 1198])
  })

  test('neighbours step over what the reader may not read', () => {
    expect(findNeighbours(db, 4, [])).toEqual({ before: 2, after: 5 })
    expect(findNeighbours(db, 4, ['hidden'])).toEqual({ before: 3, after: 5 })
    expect(findNeighbours(db, 1, [])).toEqual({ before: null, after: 2 })
  })
})
