import type { Db } from '#db/db.ts'
import { projectionsDdl } from '#db/projections/ddl.ts'
import { rebuildProjections } from '#db/projections/ensure-projections.ts'
import { explainDiffering, explainVerification } from '#lib/ledger/explain-verification.ts'
import { ok } from '#lib/result.ts'
import { withRetries } from '../actions/with-retries.ts'
import { walkRecord } from './verify-whole.ts'

/**
 * Walks the whole record at start. A damaged chain is marked (nothing is recorded then, reading goes on); projections that do not say what
 * the ledger says are rebuilt from it. Answers with a sentence for the terminal, null when all is well.
 */
export async function mendRecord(db: Db): Promise<string | null> {
  const found = await walkRecord(db)
  if (found.ok) return null
  if (!('differing' in found)) return explainVerification(found)
  const what = `In the database ${explainDiffering(found.differing)}`
  const rebuilt = await withRetries(() => ok(rebuildProjections(db, projectionsDdl())))
  return rebuilt.ok
    ? `${what}; rebuilt from the ledger.`
    : `${what}, and could not be rebuilt: ${rebuilt.refusal.sentence}`
}
