import type { Db } from '../db.ts'
import { compareProjections } from '../projections/compare-projections.ts'
import { markDamaged } from './damage.ts'
import { type Verification, verifyLedger } from './verify-ledger.ts'

/** `differing`: the chain holds, but these projections do not say what it says (and the screens show projections). */
export type RecordVerification = Verification | { ok: false; events: number; differing: string[] }

/**
 * The whole record: the chain, then every projection against it. `ddl`: of the projections. An event that is chained but that Gatehouse
 * never wrote counts as damage. Yields between slices.
 */
export function* verifyRecord(db: Db, ddl: string): Generator<number, RecordVerification> {
  const chain = yield* verifyLedger(db)
  if (!chain.ok) return chain
  const compared = yield* compareProjections(db, ddl)
  if ('unreadable' in compared) {
    const { unreadable } = compared
    markDamaged(db, unreadable)
    return { ok: false, events: unreadable - 1, firstBad: unreadable, because: 'it is no event that Gatehouse records' }
  }
  const { differing } = compared
  return differing.length === 0 ? chain : { ok: false, events: chain.events, differing }
}
