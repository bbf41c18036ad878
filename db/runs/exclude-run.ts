import type { Command } from '#lib/ledger/command.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { ExcludeRunInput } from '#lib/runs/inputs.ts'
import { whyCannotExclude } from '#lib/runs/why-cannot-exclude.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { findRun } from './find-run.ts'

/**
 * Leaves a run out of every count, with the reason; it stays visible, and nothing brings it back. An Adversary may doubt any run; a
 * Builder takes back only what their own side attached.
 */
export const excludeRun = (db: Db, command: Command<ExcludeRunInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'run.exclude' }, (actor) => {
    const { phase, run, reason } = command.input
    const held = findRun(db, run)
    if (held?.phase !== phase) return refuse(because('no_such_run', `There is no run #${run} in this phase.`))
    if (held.excludedReason !== null)
      return refuse(because('left_out_already', `Run #${run} is left out already: ${held.excludedReason}`))
    const refusal = whyCannotExclude(actor, held.role === 'adversary')
    if (refusal) return refuse(refusal)
    return ok([
      {
        kind: 'run.excluded',
        phase,
        failure: held.failure,
        subject: `#${run}`,
        statedAt: null,
        payload: { run, reason },
      },
    ])
  })
