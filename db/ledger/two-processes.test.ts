import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { aPhaseAlone } from '../testing/phases.ts'
import { projectionsOf } from '../testing/snapshot.ts'
import { headSeq, listEvents } from './list-events.ts'
import { verifyLedger } from './verify-ledger.ts'

afterAll(removeDatabases)

const EACH = 40
const phase = aPhaseAlone()
const run = promisify(execFile)
const write = (file: string, who: string, ids = '-') =>
  run(process.execPath, ['db/testing/write-notes.ts', file, who, String(EACH), ids])
const notesIn = (db: ReturnType<typeof aCopyOf>) =>
  listEvents(db, { kinds: ['note.written'] }, 1_000).flatMap((event) =>
    event.kind === 'note.written' ? [event.payload.text] : [],
  )

test('two processes writing at once lose nothing, duplicate nothing and keep one chain', async () => {
  const db = aCopyOf(phase)
  const before = headSeq(db)
  await Promise.all([write(db.$client.name, 'bob'), write(db.$client.name, 'ada')])
  const wanted = ['bob', 'ada'].flatMap((who) => Array.from({ length: EACH }, (_, nth) => `Note ${nth} of ${who}.`))
  expect(notesIn(db).sort()).toEqual(wanted.sort())
  expect(verifyLedger(db).next().value).toMatchObject({ ok: true, events: before + 2 * EACH })
})

test('two processes sending the same commands record each once', async () => {
  const db = aCopyOf(phase)
  const before = headSeq(db)
  const ids = Array.from({ length: EACH }, () => randomUUID()).join(',')
  await Promise.all([write(db.$client.name, 'bob', ids), write(db.$client.name, 'bob', ids)])
  expect(notesIn(db)).toHaveLength(EACH)
  expect(verifyLedger(db).next().value).toMatchObject({ ok: true, events: before + EACH })
  expect(projectionsOf(db)).toEqual(projectionsOf(phase))
})
