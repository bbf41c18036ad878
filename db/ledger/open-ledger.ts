import { randomUUID } from 'node:crypto'
import type { Db } from '../db.ts'
import { findEvent, headSeq } from './list-events.ts'
import { immediately, recordAsSystem } from './record.ts'

export type LedgerMode = 'practice' | 'real'

/**
 * What this ledger is for, as its first event says; an empty one is opened for `wanted`. Null when the first event is another kind
 * (a file that Gatehouse did not begin).
 */
export const openLedger = (db: Db, wanted: LedgerMode, at: Date): LedgerMode | null =>
  immediately(db, () => {
    if (headSeq(db) === 0) {
      const nowhere = { phase: null, failure: null, subject: null, statedAt: null }
      recordAsSystem(db, { id: randomUUID(), at }, [{ ...nowhere, kind: 'ledger.opened', payload: { mode: wanted } }])
    }
    const first = findEvent(db, 1)
    return first?.kind === 'ledger.opened' ? first.payload.mode : null
  })
