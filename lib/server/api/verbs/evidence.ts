import { proposeClassification } from '#db/classifications/propose-classification.ts'
import { citeCode } from '#db/evidence/cite-code.ts'
import { recordObservation } from '#db/evidence/record-observation.ts'
import { excludeRun } from '#db/runs/exclude-run.ts'
import { ProposeClassificationInput } from '#lib/classifications/inputs.ts'
import { CiteCodeInput, RecordObservationInput } from '#lib/evidence/inputs.ts'
import { ExcludeRunInput } from '#lib/runs/inputs.ts'
import { attachRunVerb } from '../attach-run.ts'
import { type Verb, verb } from '../verb.ts'
import { FAILURE, PHASE } from './paths.ts'

/** What was seen, and what it shows. */
export const EVIDENCE_VERBS: readonly Verb[] = [
  attachRunVerb,
  verb({
    name: 'excludeRun',
    path: `${PHASE}/runs/{run}/exclude`,
    permission: 'run.exclude',
    summary: 'Leave a run out of every count.',
    input: ExcludeRunInput,
    run: excludeRun,
  }),
  verb({
    name: 'recordObservation',
    path: `${FAILURE}/observations`,
    permission: 'evidence.attach',
    summary: 'Record a command by hand with what it printed.',
    input: RecordObservationInput,
    run: recordObservation,
  }),
  verb({
    name: 'citeCode',
    path: `${FAILURE}/code-references`,
    permission: 'evidence.attach',
    summary: 'Cite lines of code at a commit.',
    input: CiteCodeInput,
    run: citeCode,
  }),
  verb({
    name: 'proposeClassification',
    path: `${FAILURE}/classifications`,
    permission: 'classification.propose',
    summary: 'Classify a failure on both axes, with its cause.',
    input: ProposeClassificationInput,
    run: proposeClassification,
  }),
]
