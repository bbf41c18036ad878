import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { afterAll, expect, test } from 'vitest'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { aPhaseAlone } from '../testing/phases.ts'
import { projectionsOf } from '../testing/snapshot.ts'
import { listEvents } from './list-events.ts'
import { verifyLedger } from './verify-ledger.ts'

afterAll(removeDatabases)

const EACH = 40
const phase = aPhaseAlone()
const eventsBefore = listEvents(phase, {}, 1_000).length

/** Two processes that write to one file, begun at the same moment. Answers the notes, oldest first, as who and what. */
async function writeAtOnce(db: ReturnType<typeof aCopyOf>, people: [string, string], ids = '-') {
  const processes = people.map((who) => {
    const given = ['db/testing/write-notes.ts', db.$client.name, who, String(EACH), ids]
    return spawn(process.execPath, given, { stdio: ['pipe', 'pipe', 'inherit'] })
  })
  await Promise.all(processes.map(({ stdout }) => once(stdout, 'data')))
  for (const { stdin } of processes) stdin.write('go\n')
  expect(await Promise.all(processes.map(codeOf))).toEqual([0, 0])
  return listEvents(db, { kinds: ['note.written'] }, 1_000)
    .toReversed()
    .flatMap((event) => (event.kind === 'note.written' ? [{ who: event.actor, text: event.payload.text }] : []))
}
const codeOf = async (child: ChildProcess): Promise<unknown> => (await once(child, 'exit'))[0]

test('two processes writing at once lose nothing, duplicate nothing and keep one chain', async () => {
  const db = aCopyOf(phase)
  const notes = await writeAtOnce(db, ['bob', 'ada'])
  const wanted = ['bob', 'ada'].flatMap((who) => Array.from({ length: EACH }, (_, nth) => `Note ${nth} of ${who}.`))
  expect(notes.map(({ text }) => text).sort()).toEqual(wanted.sort())
  expect(verifyLedger(db).next().value).toMatchObject({ ok: true, events: eventsBefore + 2 * EACH })
  // Else one had finished before the other began, and this showed nothing.
  expect(notes.filter(({ who }, index) => who !== notes[index - 1]?.who).length).toBeGreaterThan(2)
})

test('two processes sending the same commands record each once', async () => {
  const db = aCopyOf(phase)
  const ids = Array.from({ length: EACH }, () => randomUUID()).join(',')
  expect(await writeAtOnce(db, ['bob', 'bob'], ids)).toHaveLength(EACH)
  expect(verifyLedger(db).next().value).toMatchObject({ ok: true, events: eventsBefore + EACH })
  expect(projectionsOf(db)).toEqual(projectionsOf(phase))
})
