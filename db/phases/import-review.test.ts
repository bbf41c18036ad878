import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { USUAL_REQUIREMENTS } from '#lib/gates/requirements.ts'
import { usuallyTaken } from '#lib/phases/review/decide-import.ts'
import { matchReview } from '#lib/phases/review/match-review.ts'
import { readReview } from '#lib/phases/review/read-review.ts'
import type { Db } from '../db.ts'
import { listEvents } from '../ledger/list-events.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { writeNote } from '../notes/write-note.ts'
import { openDatabase } from '../open-database.ts'
import { ensurePracticePeople } from '../people/ensure-practice-people.ts'
import { rebuild } from '../projections/ensure-projections.ts'
import { findKnownReview } from './find-known-review.ts'
import { findPhaseFacts } from './find-phase-facts.ts'
import { importReview } from './import-review.ts'

const REDFIX = readFileSync('e2e/fixtures/REVIEW-redfix.txt', 'utf8')
const LATER = `# REVIEW — phase redfix (Adversary)

## Verdicts

### M1 — all six: PASS @ 2026-06-18T01:18Z

## Adversary verification log

- 2026-06-17T23:18Z — ${readLine(17)}
- 2026-06-18T00:58Z — mumble re-run, cold: green.
`
const NOW = new Date('2026-06-18T02:00:00.000Z')

let folder: string
let db: Db
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-import-'))
  db = openDatabase(join(folder, 'gatehouse.sqlite'))
  openLedger(db, 'practice', NOW)
  ensurePracticePeople(db, NOW)
})
afterEach(() => {
  db.$client.close()
  rmSync(folder, { recursive: true })
})

/** The words of the entry on this line of the real file, as the reader joins them. */
function readLine(line: number): string {
  const read = readReview(REDFIX)
  return (read.ok ? read.value.entries.find((entry) => entry.line === line)?.text : null) ?? ''
}
function newIn(text: string): string[] {
  const read = readReview(text)
  return read.ok ? usuallyTaken(matchReview(read.value, findKnownReview(db, 'redfix'))) : []
}
function importAs(person: string, text: string, taken = newIn(text), id: string = randomUUID()) {
  const input = { phase: 'redfix', name: 'REVIEW-redfix.md', sha256: 'f'.repeat(64), text, taken }
  return importReview(db, { id, actor: { person, name: person, role: null }, at: NOW, input })
}
const adversaryImports = (text: string, taken?: string[], id?: string) =>
  importAs('practice-adversary', text, taken, id)
const count = () => listEvents(db, {}, 1000).length
const kindsSince = (before: number) =>
  listEvents(db, {}, count() - before)
    .toReversed()
    .map(({ kind }) => kind)
const reasonOf = (result: ReturnType<typeof importAs>) => (result.ok ? null : result.refusal.reason)

test('records the real file in one command that begins with the import itself', () => {
  const before = count()
  expect(adversaryImports(REDFIX)).toEqual({
    ok: true,
    value: { seq: before + 1, kind: 'review.imported', phase: 'redfix', failure: null, subject: null },
  })
  const [first, second] = listEvents(db, { phase: 'redfix' }, 100).toReversed()
  expect(first?.payload).toEqual({
    name: 'REVIEW-redfix.md',
    sha256: 'f'.repeat(64),
    lines: 26,
    added: 16,
    known: 0,
    left: 0,
  })
  expect(second?.kind).toBe('phase.opened')
  expect(
    new Set(listEvents(db, { phase: 'redfix' }, 100).map(({ command, actor, role }) => `${command} ${actor} ${role}`))
      .size,
  ).toBe(1)
})

test('the board then knows the phase as the file states it', () => {
  adversaryImports(REDFIX)
  const facts = findPhaseFacts(db, 'redfix')
  expect(facts).toMatchObject({
    title: 'investigate every canon-sweep failure',
    lifetimeMs: 24 * 3_600_000,
    statedVerdicts: [],
  })
  expect(facts?.gates.map(({ gate, requirements }) => [gate, requirements])).toEqual([
    ['M1', [...USUAL_REQUIREMENTS.cause]],
    ['M2', [...USUAL_REQUIREMENTS.fix]],
  ])
  expect(facts?.failures[0]).toMatchObject({
    ...{ failure: 'discourse', version: '0.8.1+3.5.0', image: 'bitnamilegacy/discourse:3.5.0' },
    ...{ sweptAs: 'cold-deploy timeout, ~51-min wedge', position: 1 },
  })
  expect(
    facts?.obligations.map(({ obligation, failure, by, before, statedAt }) => [
      obligation,
      failure,
      by,
      before,
      statedAt,
    ]),
  ).toEqual([
    [1, 'discourse', 'adversary', 'M1', '2026-06-18T00:10:00Z'],
    [2, 'bluesky-pds', 'adversary', 'M1', '2026-06-18T00:10:00Z'],
  ])
})

describe('importing twice', () => {
  test('the same file adds nothing', () => {
    const taken = newIn(REDFIX)
    adversaryImports(REDFIX, taken)
    const before = count()
    expect(reasonOf(adversaryImports(REDFIX, taken))).toBe('nothing_new')
    expect(count()).toBe(before)
  })

  test('the same submit answers as it did, and records nothing more', () => {
    const id = randomUUID()
    const taken = newIn(REDFIX)
    const first = adversaryImports(REDFIX, taken, id)
    const before = count()
    expect(adversaryImports(REDFIX, taken, id)).toEqual(first)
    expect(reasonOf(adversaryImports(LATER, taken, id))).toBe('command_reused')
    expect(count()).toBe(before)
  })

  test('from two tabs, each item is recorded once', () => {
    const taken = newIn(REDFIX)
    adversaryImports(
      REDFIX,
      taken.filter((key) => !key.startsWith('entry')),
    )
    const before = count()
    importAs('practice-builder', REDFIX, taken)
    expect(kindsSince(before)).toEqual(['review.imported', 'note.written', 'note.written'])
  })

  test('a later version adds exactly what is new in it, and its verdict satisfies nothing', () => {
    adversaryImports(REDFIX)
    const before = count()
    adversaryImports(LATER)
    expect(kindsSince(before)).toEqual(['review.imported', 'verdict.stated', 'note.written'])
    const facts = findPhaseFacts(db, 'redfix')
    expect(facts?.statedVerdicts).toMatchObject([{ gate: 'M1', result: 'pass', statedAt: '2026-06-18T01:18:00Z' }])
    expect([facts?.verdicts, facts?.rulings]).toEqual([[], []])
    expect(reasonOf(adversaryImports(LATER))).toBe('nothing_new')
  })
})

test('what is not chosen is left out, and can be taken another time', () => {
  const gates = newIn(REDFIX).filter((key) => key.startsWith('gate'))
  adversaryImports(REDFIX, gates)
  expect(findPhaseFacts(db, 'redfix')).toMatchObject({ failures: [], gates: [{}, {}] })
  const before = count()
  adversaryImports(REDFIX)
  expect(kindsSince(before)).toHaveLength(14)
  expect(kindsSince(before)).not.toContain('gate.defined')
})

describe('refused, and nothing is recorded', () => {
  test.each<[string, () => ReturnType<typeof importAs>, string]>([
    ['who only watches', () => importAs('practice-stakeholder', REDFIX), 'not_permitted'],
    ['who has no role', () => importAs('nobody', REDFIX), 'not_permitted'],
    ['a file that is no REVIEW', () => adversaryImports('{ "schema": 2 }', ['phase redfix']), 'not_a_review'],
    ['a file of another phase', () => adversaryImports('# REVIEW — phase conc\n', []), 'other_phase'],
    ['nothing ticked', () => adversaryImports(REDFIX, []), 'nothing_taken'],
  ])('%s', (_, act, reason) => {
    const before = count()
    expect(reasonOf(act())).toBe(reason)
    expect(count()).toBe(before)
  })

  test('says on which line a file stops being a REVIEW', () => {
    const result = adversaryImports('{ "schema": 2 }', [])
    expect(result.ok ? null : result.refusal.sentence).toMatch(/^Line 1: .*JSON/)
  })
})

test('a note that somebody wrote for the same minute is not recorded a second time unasked', () => {
  adversaryImports(
    REDFIX,
    newIn(REDFIX).filter((key) => key.startsWith('gate')),
  )
  const input = {
    phase: 'redfix',
    failure: null,
    note: 'log',
    text: 'Opened.',
    statedAt: '2026-06-17T23:18:00Z',
  } as const
  const actor = { person: 'practice-adversary', name: 'Practice Adversary', role: null }
  expect(writeNote(db, { id: randomUUID(), actor, at: NOW, input }).ok).toBe(true)
  expect(newIn(REDFIX).filter((key) => key.startsWith('entry'))).toEqual([
    expect.stringMatching(/^entry 2026-06-18T00:10 /),
  ])
})

test('rebuilding the projections from the ledger gives the same rows', () => {
  adversaryImports(REDFIX)
  adversaryImports(LATER)
  const before = [findPhaseFacts(db, 'redfix'), findKnownReview(db, 'redfix')]
  rebuild(db, readFileSync('db/projections/tables.sql', 'utf8'), 'again')
  expect([findPhaseFacts(db, 'redfix'), findKnownReview(db, 'redfix')]).toEqual(before)
})
