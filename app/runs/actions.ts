'use server'

import { findPhaseFacts } from '#db/phases/find-phase-facts.ts'
import { cancelRun } from '#db/swarm/cancel-run.ts'
import { parseEvidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import { addressOf, afterRecording } from '#lib/phases/addresses.ts'
import { because, ok, refuse } from '#lib/result.ts'
import { defineAction } from '#lib/server/actions/define-action.ts'
import { defineHostAction } from '#lib/server/actions/define-host-action.ts'
import { database } from '#lib/server/database.ts'
import { askForRun } from '#lib/server/runs/ask-for-run.ts'
import { queueOwedRuns } from '#lib/server/runs/queue-owed-runs.ts'
import { AskRunInput, QueueOwedInput } from '#lib/swarm/form-inputs.ts'
import { CancelRunInput } from '#lib/swarm/inputs.ts'

const toRun = ({ subject, seq }: Recorded): string =>
  afterRecording(addressOf.run(parseEvidenceRef(subject ?? '')?.number ?? 0), seq)

export const submitRun = defineHostAction({
  permission: 'run.request',
  input: AskRunInput,
  phaseOf: ({ phase }) => phase,
  act: async (command) => {
    const { phase, failure } = command.input
    const known = findPhaseFacts(database(), phase)?.failures.find((held) => held.failure === failure)
    if (known === undefined) return refuse(because('no_such_failure', `There is no failure ${failure} in this phase.`))
    const asked = await askForRun(command, known.recipe)
    return asked.ok ? ok(toRun(asked.value)) : asked
  },
})

/** Every own check of a gate that is owed, by one press. */
export const submitOwedRuns = defineHostAction({
  permission: 'run.request',
  input: QueueOwedInput,
  phaseOf: ({ phase }) => phase,
  act: async (command) => {
    const queued = await queueOwedRuns(command)
    if (!queued.ok) return queued
    return ok(`${addressOf.gate(command.input.phase, command.input.gate)}?queued=${queued.value}&done=${command.id}`)
  },
})

export const submitCancel = defineAction({
  permission: 'run.cancel',
  input: CancelRunInput,
  run: cancelRun,
  goTo: ({ seq }, { run }) => afterRecording(addressOf.run(run), seq),
})
