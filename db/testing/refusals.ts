import type { Refusal, Result } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { everythingIn } from './snapshot.ts'

/** The refusal of a verb; throws when it was not refused, or when it was and anything at all was written. */
export function refusalOf(db: Db, act: () => Result<unknown>): Refusal {
  const before = JSON.stringify(everythingIn(db))
  const result = act()
  if (result.ok) throw new Error('It was not refused.')
  if (JSON.stringify(everythingIn(db)) !== before)
    throw new Error(`It was refused and wrote: ${result.refusal.sentence}`)
  return result.refusal
}
