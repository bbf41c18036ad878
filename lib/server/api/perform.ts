import type { Db } from '#db/db.ts'
import { immediately } from '#db/ledger/record.ts'
import { rehearse } from '#db/ledger/rehearse.ts'
import { findPhaseFacts } from '#db/phases/find-phase-facts.ts'
import { listUnmetOfDone, listUnmetOfGate, type Unmet } from '#lib/api/list-unmet.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import type { Result } from '#lib/result.ts'
import { type Admitted, admitAgain } from './admit.ts'
import { headOf } from './answer.ts'
import type { Act, Verb } from './verb.ts'

export type Deed = {
  act: Act
  admitted: Admitted
  id: string
  dryRun: boolean
  weighs: Verb['weighs']
  about: { gate: string | null; failure: string | null }
}
/** `head`: of the record afterwards; of a rehearsal, what it is and stays. */
export type Performed = { result: Result<Recorded>; unmet: Unmet[]; head: { seq: number; hash: string } }

/**
 * Token, rule and write in one IMMEDIATE transaction: a token revoked a moment ago, or a role withdrawn, opens nothing. A dry run does all
 * of it and takes it back. Throws as `record` does.
 */
export function perform(db: Db, deed: Deed, at: Date): Performed {
  const before = headOf(db)
  const whole = (): Performed => {
    const { act, id } = deed
    const admitted = admitAgain(db, deed.admitted, at)
    if (!admitted.ok) return { result: admitted, unmet: [], head: headOf(db) }
    const result = act(db, { id, actor: admitted.value.actor, at })
    return { result, unmet: result.ok && !deed.dryRun ? [] : unmetOf(db, deed, at), head: headOf(db) }
  }
  return deed.dryRun ? { ...rehearse(db, whole), head: before } : immediately(db, whole)
}

function unmetOf(db: Db, { weighs, about, admitted }: Deed, at: Date): Unmet[] {
  const facts = weighs === null ? null : findPhaseFacts(db, admitted.token.phase)
  if (facts === null) return []
  return weighs === 'done' ? listUnmetOfDone(facts, at) : listUnmetOfGate(facts, about, at)
}
