import Database from 'better-sqlite3'
import type { Db } from '#db/db.ts'
import { writeNote } from '#db/notes/write-note.ts'
import { openDatabase } from '#db/open-database.ts'
import { must } from '#db/testing/must.ts'
import { asBuilderNow } from '#e2e/vocabulary/scenario-now.ts'
import { attachRunWithTests } from './ledger/attach-run.ts'
import { LARGE, TYPICAL } from './ledger/make-ledger.ts'
import type { Row } from './row.ts'
import { percentile, timed } from './times.ts'

/** Writes that are not counted: the first ones load the code and fill the caches of SQLite and of the disk. */
const WARM_UP = 50
const WRITES = 500
const BOUND_MS = 50

/** Appending through a verb, from facts to fsync, at synchronous=FULL; `record`: a database of its own to write in, `plain`: a file beside it. */
export function measureAppend(record: string, plain: string): Row[] {
  const db = openDatabase(record)
  const bare = openPlain(plain)
  const note = { phase: TYPICAL, failure: null, note: 'log', statedAt: null } as const
  const writing = (nth: number) => must(writeNote(db, asBuilderNow({ ...note, text: `Note ${nth} of the bench.` })))
  const run = { phase: LARGE, failure: 'gitea', shown: 'red', condition: 'alone' } as const
  const rows = [
    row('append p99: a note in a usual phase', db, bare, writing),
    row('append p99: a run in the large phase', db, bare, () => attachRunWithTests(db, run, asBuilderNow)),
  ]
  db.$client.close()
  bare.client.close()
  return rows
}

type Plain = { client: Database.Database; insert: (body: Buffer) => void }

function row(what: string, db: Db, bare: Plain, write: (nth: number) => unknown): Row {
  const [verb, plain]: [number[], number[]] = [[], []]
  const newest = db.$client.prepare<[], Buffer>('SELECT body FROM ledger ORDER BY seq DESC LIMIT 1').pluck()
  for (let nth = 0; nth < WARM_UP + WRITES; nth += 1) {
    if (nth === WARM_UP) for (const times of [verb, plain]) times.length = 0
    timed(verb, () => write(nth))
    const body = newest.get() ?? Buffer.alloc(0)
    timed(plain, () => bare.insert(body))
  }
  const baseline = percentile(plain, 99)
  return { what, unit: 'ms', measured: percentile(verb, 99), bound: BOUND_MS, baseline, against: 'plain insert' }
}

/** The same bytes in a table without any rule, each in a transaction of its own, as safe from a power cut. */
function openPlain(file: string): Plain {
  const client = new Database(file)
  client.pragma('journal_mode = wal')
  client.pragma('synchronous = FULL')
  client.exec('CREATE TABLE plain (seq INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT')
  const insert = client.prepare<[Buffer]>('INSERT INTO plain (body) VALUES (?)')
  return { client, insert: (body) => void insert.run(body) }
}
