'use server'

import { proposeClassification } from '#db/classifications/propose-classification.ts'
import { citeCode } from '#db/evidence/cite-code.ts'
import { recordObservation } from '#db/evidence/record-observation.ts'
import { addFailure } from '#db/failures/add-failure.ts'
import { excludeRun } from '#db/runs/exclude-run.ts'
import { ProposeClassificationInput } from '#lib/classifications/inputs.ts'
import { CiteCodeInput, RecordObservationInput } from '#lib/evidence/inputs.ts'
import { addressOf, afterRecording } from '#lib/phases/addresses.ts'
import { AddFailureInput } from '#lib/phases/inputs.ts'
import { ok } from '#lib/result.ts'
import { ExcludeRunInput } from '#lib/runs/inputs.ts'
import { defineAction } from '#lib/server/actions/define-action.ts'
import { defineHostAction } from '#lib/server/actions/define-host-action.ts'
import { diagnoseFailure } from '#lib/server/runs/diagnose-failure.ts'
import { takeHostRun } from '#lib/server/runs/take-host-run.ts'
import { DiagnoseInput, TakeHostRunInput } from '#lib/swarm/form-inputs.ts'

export const submitClassification = defineAction({
  permission: 'classification.propose',
  input: ProposeClassificationInput,
  run: proposeClassification,
  goTo: ({ seq }, { phase, failure }) => afterRecording(addressOf.failure(phase, failure), seq),
})

export const submitObservation = defineAction({
  permission: 'evidence.attach',
  input: RecordObservationInput,
  run: recordObservation,
  goTo: ({ seq }, { phase, failure }) => afterRecording(addressOf.failure(phase, failure), seq),
})

export const submitCodeReference = defineAction({
  permission: 'evidence.attach',
  input: CiteCodeInput,
  run: citeCode,
  goTo: ({ seq }, { phase, failure }) => afterRecording(addressOf.failure(phase, failure), seq),
})

export const submitExclusion = defineAction({
  permission: 'run.exclude',
  input: ExcludeRunInput,
  run: excludeRun,
  goTo: ({ seq }, { run }) => afterRecording(addressOf.run(run), seq),
})

export const submitFailure = defineAction({
  permission: 'failure.add',
  input: AddFailureInput,
  run: addFailure,
  goTo: ({ seq }, { phase, failure }) => afterRecording(addressOf.failure(phase, failure), seq),
})

/** Fetches a run folder's files; it is attached by the form that follows. */
export const submitHostRun = defineHostAction({
  permission: 'evidence.attach',
  input: TakeHostRunInput,
  phaseOf: ({ phase }) => phase,
  act: takeHostRun,
})

export const submitDiagnosis = defineHostAction({
  permission: 'evidence.attach',
  input: DiagnoseInput,
  phaseOf: ({ phase }) => phase,
  act: async (command) => {
    const { phase, failure } = command.input
    const recorded = await diagnoseFailure(command)
    return recorded.ok ? ok(afterRecording(addressOf.failure(phase, failure), recorded.value.seq)) : recorded
  },
})
