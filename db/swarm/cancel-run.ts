import { evidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { Command } from '#lib/ledger/command.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { CancelRunInput } from '#lib/swarm/inputs.ts'
import { whyCannotCancel } from '#lib/swarm/why-cannot-cancel.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { findRequestedRun } from './list-requested-runs.ts'

/** A run that waits leaves the queue at once; one that has started is ended by the supervisor, which sees this event. */
export const cancelRun = (db: Db, command: Command<CancelRunInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'run.cancel' }, (actor) => {
    const { phase, run, reason } = command.input
    const held = findRequestedRun(db, run)
    if (held?.phase !== phase) return refuse(because('no_such_run', `No run #${run} was requested in this phase.`))
    const refusal = whyCannotCancel(held, actor)
    if (refusal) return refuse(refusal)
    return ok([
      {
        kind: held.step === 'queued' ? 'run.dropped' : 'run.cancel-asked',
        ...{ phase, failure: held.failure, subject: evidenceRef('run', run), statedAt: null, payload: { run, reason } },
      },
    ])
  })
