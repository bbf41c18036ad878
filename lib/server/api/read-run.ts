import type { Db } from '#db/db.ts'
import { findRequestedRun } from '#db/swarm/list-requested-runs.ts'
import { findRunWatch } from '#db/swarm/run-watches.ts'
import { runOf } from '#lib/api/swarm-readings.ts'
import { evidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { statusOf } from '../pages/read-nodes.ts'

const NUMBER = /^[1-9]\d{0,8}$/

/** A run of this phase, attached or requested here, by what an address says of its number; null: there is none. */
export function readRun(db: Db, { phase, evidence }: PhaseFacts, number: string) {
  if (!NUMBER.test(number)) return null
  const held = evidence.find(({ ref }) => ref === evidenceRef('run', Number(number))) ?? null
  const found = findRequestedRun(db, Number(number))
  const requested = found?.phase === phase ? found : null
  if (held === null && requested === null) return null
  const watch = requested === null ? null : findRunWatch(db, requested.number)
  return { run: runOf(held, requested, { status: requested && statusOf(requested, watch), watch }) }
}
