/**
 * A process of its own that is traced: `node write-and-end.ts <database> <how many> <FULL or NORMAL>`. It begins a record in a file that
 * is not there yet, writes to it and stops in the middle; each event is acknowledged after its verb has returned.
 */
import { openDatabase } from '../../open-database.ts'
import { aLedger } from '../databases.ts'
import { BUILDER } from '../people.ts'
import { aPhase } from '../phases.ts'
import { acknowledge } from './acknowledgements.ts'
import { recordNext } from './record-next.ts'
import { everyRecorded } from './recorded.ts'

/** Pages, where SQLite's own is 1000: so that what is traced holds many checkpoints, and logs that begin anew. */
const PAGES_TO_CHECKPOINT = 60
/** Events until it closes the file, which removes its log, and opens it again. */
const EVENTS_TO_CLOSE = 25

const [file = '', count = '0', synchronous = 'FULL'] = process.argv.slice(2)

function open() {
  const db = openDatabase(file)
  db.$client.pragma(`wal_autocheckpoint = ${PAGES_TO_CHECKPOINT}`)
  // FULL is what it is opened with, and what is on trial: it is not set here.
  if (synchronous !== 'FULL') db.$client.pragma(`synchronous = ${synchronous}`)
  return db
}

let db = open()
aLedger(db)
aPhase(db)
for (const event of everyRecorded(db)) acknowledge(event)
for (let nth = 1; nth <= Number(count); nth += 1) {
  acknowledge(recordNext(db, BUILDER, nth))
  if (nth % EVENTS_TO_CLOSE === 0) {
    db.$client.close()
    db = open()
  }
}
// Not closed, so that its log is left to be compared.
process.kill(process.pid, 'SIGKILL')
