import { createHash } from 'node:crypto'
import type { Db } from '#db/db.ts'
import { type Verification, verifyLedger } from '#db/ledger/verify-ledger.ts'
import { type RecordVerification, verifyRecord } from '#db/ledger/verify-record.ts'
import { openDatabase } from '#db/open-database.ts'
import { projectionsDdl } from '#db/projections/ddl.ts'
import type { Row } from './row.ts'
import { percentile, timed } from './times.ts'

const WALKS = 3
const BOUND_MS = 2_000

/** Walking the chain of 100,000 events, and the whole record as at every start; the median of three walks. */
export function measureVerify(record: string): Row[] {
  const db = openDatabase(record)
  const bytes = bytesOf(db)
  const [hashing, chain, whole]: [number[], number[], number[]] = [[], [], []]
  for (let nth = 0; nth < WALKS; nth += 1) {
    timed(hashing, () => hashAll(bytes))
    timed(chain, () => walk(verifyLedger(db)))
    timed(whole, () => walk(verifyRecord(db, projectionsDdl())))
  }
  db.$client.close()
  const beside = { unit: 'ms', baseline: percentile(hashing, 50), against: 'SHA-256 of the bytes' } as const
  return [
    { what: 'verify 100,000 events: the chain', measured: percentile(chain, 50), bound: BOUND_MS, ...beside },
    { what: 'verify 100,000 events: chain and projections', measured: percentile(whole, 50), bound: null, ...beside },
  ]
}

function walk(slices: Generator<number, Verification | RecordVerification>): void {
  for (;;) {
    const slice = slices.next()
    if (slice.done !== true) continue
    if (!slice.value.ok) throw new Error('The ledger of the bench does not verify.')
    return
  }
}

type Link = { prev: Buffer; body: Buffer }
const bytesOf = (db: Db): Buffer[] =>
  db.$client
    .prepare<[], Link>('SELECT prev, body FROM ledger ORDER BY seq')
    .all()
    .flatMap(({ prev, body }) => [prev, body])

function hashAll(bytes: readonly Buffer[]): string {
  const hash = createHash('sha256')
  for (const part of bytes) hash.update(part)
  return hash.digest('hex')
}
