import { damagedAt } from '#db/ledger/damage.ts'
import { explainVerification, REFUSED } from '#lib/ledger/explain-verification.ts'
import { database } from '../database.ts'
import { verifyWhole } from './verify-whole.ts'

/** Whether the chain holds: by a fresh walk when asked, else only what is known to be bad. Null: nobody looked, or nothing bad was found. */
export async function judgeRecord(walk: boolean): Promise<{ ok: boolean; sentence: string } | null> {
  if (walk) {
    const found = await verifyWhole()
    return { ok: found.ok, sentence: explainVerification(found) }
  }
  const seq = damagedAt(database())
  return seq === null ? null : { ok: false, sentence: `Event ${seq} did not verify. ${REFUSED}` }
}
