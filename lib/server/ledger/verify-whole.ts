import { setImmediate } from 'node:timers/promises'
import type { Db } from '#db/db.ts'
import { type RecordVerification, verifyRecord } from '#db/ledger/verify-record.ts'
import { projectionsDdl } from '#db/projections/ddl.ts'
import { database } from '../database.ts'
import { once } from '../once.ts'

/** `ms`: from the first event to the answer, waiting in between included. */
export type TimedVerification = RecordVerification & { ms: number }

const underWay = () => once('verification', (): { walk: Promise<TimedVerification> | null } => ({ walk: null }))

/** Walks the whole record, letting others in between the slices. Whoever asks meanwhile gets the answer of the walk that is under way. */
export function verifyWhole(): Promise<TimedVerification> {
  const held = underWay()
  held.walk ??= walkRecord(database()).finally(() => {
    held.walk = null
  })
  return held.walk
}

/** One walk of its own: the chain, then the projections against it. */
export async function walkRecord(db: Db): Promise<TimedVerification> {
  const began = performance.now()
  const slices = verifyRecord(db, projectionsDdl())
  for (;;) {
    const slice = slices.next()
    if (slice.done) return { ...slice.value, ms: performance.now() - began }
    await setImmediate()
  }
}
