/**
 * A process of its own that writes notes: `node write-notes.ts <database> <who> <how many> <ids or ->`. With ids (comma-separated) it sends
 * those commands, so that another process can send the same ones. It says when it is ready, and begins when it is told to.
 */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { writeNote } from '../notes/write-note.ts'
import { openDatabase } from '../open-database.ts'
import { ADVERSARY, actingAs, BUILDER } from './people.ts'

const PAUSE_MS = 1

const [file = '', who = '', count = '0', ids = '-'] = process.argv.slice(2)
const db = openDatabase(file)
const as = actingAs(who === BUILDER.person ? BUILDER : ADVERSARY)
const shared = ids === '-' ? null : ids.split(',')

process.stdout.write('ready\n')
await once(process.stdin, 'data')
for (let nth = 0; nth < Number(count); nth += 1) {
  const text = shared ? `Shared note ${nth}.` : `Note ${nth} of ${who}.`
  const command = as({ phase: 'redfix', failure: null, note: 'log' as const, text, statedAt: null })
  const id = shared?.[nth] ?? randomUUID()
  await untilItIsRecorded(() => writeNote(db, { ...command, id }).ok)
  await setTimeout(PAUSE_MS)
}
process.exit()

/** The database waits 100 ms for the other process and gives up; whoever writes tries again. */
async function untilItIsRecorded(act: () => boolean): Promise<void> {
  for (;;) {
    try {
      if (act()) return
      throw new Error('A note was refused.')
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))) throw error
      await setTimeout(PAUSE_MS)
    }
  }
}
