import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Db } from '#db/db.ts'
import { listEvents } from '#db/ledger/list-events.ts'
import { openDatabase } from '#db/open-database.ts'
import { findPhaseFacts } from '#db/phases/find-phase-facts.ts'
import { USUAL_REQUIREMENTS } from '#lib/gates/requirements.ts'
import { makeReady } from '../make-ready.ts'
import { seedPractice } from './seed.ts'

const NOW = new Date('2026-06-18T02:00:00.000Z')

let folder: string
let db: Db
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-seed-'))
  db = openDatabase(join(folder, 'gatehouse.sqlite'))
  makeReady(db, { mode: 'practice', dataFolder: folder }, NOW)
})
afterEach(() => {
  vi.unstubAllEnvs()
  db.$client.close()
  rmSync(folder, { recursive: true })
})
const facts = () => findPhaseFacts(db, 'redfix')

test('practice begins with the six failures of redfix, as the sweep saw them', async () => {
  await seedPractice(db)
  expect(facts()?.failures.map(({ failure, version, sweptAs }) => [failure, version, sweptAs])).toEqual([
    ['discourse', '0.8.1+3.5.0', 'cold-deploy timeout, about 51 min wedged'],
    ['mattermost-lts', '2.1.9+10.11.15', 'test_restore.py::test_restore_returns_state'],
    ['mumble', '1.0.0+v1.6.870-0', 'custom/test_protocol_handshake.py::test_handshake_completes_with_channel_presence'],
    ['bluesky-pds', null, 'warm promote answers 000 over HTTPS, healthy inside'],
    ['gitea', '3.6.0', '3.5.3 -> 3.6.0 crash loop, app.ini read-only, the JWT secret cannot be saved'],
    ['keycloak', null, 'taken out of the sweep'],
  ])
  expect(facts()?.failures[0]?.image).toBe('bitnamilegacy/discourse:3.5.0')
})

test('it begins before any claim: two gates, two entries, two things owed, and no verdict', async () => {
  await seedPractice(db)
  expect(facts()).toMatchObject({
    title: 'six failures of the canonical sweep',
    gates: [
      { gate: 'M1', requirements: USUAL_REQUIREMENTS.cause },
      { gate: 'M2', requirements: USUAL_REQUIREMENTS.fix },
    ],
    obligations: [
      { failure: 'discourse', by: 'adversary', before: 'M1', met: null },
      { failure: 'bluesky-pds', by: 'adversary', before: 'M1', met: null },
    ],
    ...{ claims: [], verdicts: [], rulings: [], statedVerdicts: [] },
  })
  const told = listEvents(db, { phase: 'redfix', kinds: ['note.written', 'fact.stated'] }, 10).toReversed()
  expect(told.map(({ kind, failure, statedAt, actor }) => [kind, failure, statedAt, actor])).toEqual([
    ['fact.stated', 'discourse', '2026-06-18T00:10:00Z', 'practice-adversary'],
    ['fact.stated', 'mattermost-lts', '2026-06-18T00:10:00Z', 'practice-adversary'],
    ['note.written', null, '2026-06-17T23:18:00Z', 'practice-adversary'],
    ['note.written', null, '2026-06-18T00:10:00Z', 'practice-adversary'],
  ])
})

test('a phase that is there already is left alone', async () => {
  await seedPractice(db)
  const before = listEvents(db, {}, 1000).length
  await seedPractice(db)
  expect(listEvents(db, {}, 1000)).toHaveLength(before)
})

test('practice can begin empty', async () => {
  vi.stubEnv('GATEHOUSE_SEED', 'none')
  await seedPractice(db)
  expect(facts()).toBeNull()
})
