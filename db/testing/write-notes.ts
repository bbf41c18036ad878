/**
 * A process of its own that writes notes: `node write-notes.ts <database> <who> <how many> <ids or ->`. With ids (comma-separated) it sends
 * those commands, so that another process can send the same ones.
 */
import { randomUUID } from 'node:crypto'
import { writeNote } from '../notes/write-note.ts'
import { openDatabase } from '../open-database.ts'
import { ADVERSARY, actingAs, BUILDER } from './people.ts'

const [file = '', who = '', count = '0', ids = '-'] = process.argv.slice(2)
const db = openDatabase(file)
const as = actingAs(who === BUILDER.person ? BUILDER : ADVERSARY)
const shared = ids === '-' ? null : ids.split(',')

for (let nth = 0; nth < Number(count); nth += 1) {
  const text = shared ? `Shared note ${nth}.` : `Note ${nth} of ${who}.`
  const command = as({ phase: 'redfix', failure: null, note: 'log' as const, text, statedAt: null })
  untilItIsRecorded(() => writeNote(db, { ...command, id: shared?.[nth] ?? randomUUID() }).ok)
}

/** The database waits 100 ms for the other process and gives up; whoever writes tries again. */
function untilItIsRecorded(act: () => boolean): void {
  for (;;) {
    try {
      if (act()) return
      throw new Error('A note was refused.')
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))) throw error
    }
  }
}
