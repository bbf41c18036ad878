import { findRun } from '#db/runs/find-run.ts'
import { findRequestedRun } from '#db/swarm/list-requested-runs.ts'
import type { KeptFile } from '#lib/runs/attached-run.ts'
import { database } from '../database.ts'

/** A run that may have a log. `log`: the sealed one; `expected`: one will come, though none may lie there yet. */
export type LoggedRun = { number: number; phase: string; failure: string; log: KeptFile | null; expected: boolean }

const NUMBER = /^[1-9]\d{0,8}$/

/** A run on record by what an address says of its number: one that is evidence, or one that was requested here. */
export function findLoggedRun(number: string): LoggedRun | null {
  if (!NUMBER.test(number)) return null
  const row = findRun(database(), Number(number))
  if (row !== null)
    return { number: row.number, phase: row.phase, failure: row.failure, log: row.run.log, expected: false }
  const requested = findRequestedRun(database(), Number(number))
  if (requested === null) return null
  const { phase, failure, step } = requested
  return { number: requested.number, phase, failure, log: null, expected: step === 'queued' || step === 'started' }
}
