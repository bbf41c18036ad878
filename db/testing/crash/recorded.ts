import type { Db } from '../../db.ts'
import { verifyLedger } from '../../ledger/verify-ledger.ts'
import { verifyRecord } from '../../ledger/verify-record.ts'
import { projectionsDdl } from '../../projections/ddl.ts'
import type { Acknowledgement } from './acknowledgements.ts'

type Row = { seq: number; command: string }

/** The command under which event `seq` is recorded. Throws when there is no such event. */
export function recordedUnder(db: Db, seq: number): Acknowledgement {
  const row = db.$client.prepare<[number], Row>('SELECT seq, command_id AS command FROM ledger WHERE seq = ?').get(seq)
  if (!row) throw new Error(`There is no event ${seq}.`)
  return row
}

/** Every event as it could be promised. */
export const everyRecorded = (db: Db): Acknowledgement[] =>
  db.$client.prepare<[], Row>('SELECT seq, command_id AS command FROM ledger ORDER BY seq').all()

/** What was promised and is not there, in its place, under its command. */
export function lostFrom(db: Db, promised: readonly Acknowledgement[]): Acknowledgement[] {
  const there = new Map(everyRecorded(db).map(({ seq, command }) => [seq, command]))
  return promised.filter(({ seq, command }) => there.get(seq) !== command)
}

/** What is wrong with the chain, or with a text that an event seals: one sentence each. Quick enough for after each crash. */
export function brokenIn(db: Db): string[] {
  const chain = toTheEnd(verifyLedger(db))
  const unsealed = db.$client
    .prepare<[], number>(
      `SELECT seq FROM ledger WHERE kind = 'reasoning.written'
       AND CAST(body AS TEXT) ->> '$.payload.sealed' NOT IN (SELECT sealed FROM sealed_texts)`,
    )
    .pluck()
    .all()
  return [
    ...(chain.ok ? [] : [`Event ${chain.firstBad}: ${chain.because}.`]),
    ...unsealed.map((seq) => `The text that event ${seq} seals is gone.`),
  ]
}

/** The chain, and every projection laid beside a rebuild. */
export const wholeRecord = (db: Db) => toTheEnd(verifyRecord(db, projectionsDdl()))

function toTheEnd<Answer>(walk: Generator<unknown, Answer>): Answer {
  for (;;) {
    const step = walk.next()
    if (step.done) return step.value
  }
}
