import type { ProposeClassificationInput } from '#lib/classifications/inputs.ts'
import type { EvidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { CiteCodeInput, RecordObservationInput } from '#lib/evidence/inputs.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import type { AttachRunInput } from '#lib/runs/inputs.ts'
import { proposeClassification } from '../classifications/propose-classification.ts'
import type { Db } from '../db.ts'
import { citeCode } from '../evidence/cite-code.ts'
import { recordObservation } from '../evidence/record-observation.ts'
import { nextNumber } from '../ledger/next-number.ts'
import { attachRun } from '../runs/attach-run.ts'
import { must } from './must.ts'
import { asBuilder } from './people.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const MINUTE_MS = 60_000
const iso = (ms: number) => new Date(ms).toISOString()

const refOf = ({ subject }: Recorded): EvidenceRef => {
  if (subject === null) throw new Error('Evidence was recorded without a name.')
  return subject
}

/** What is different of a run that went well: `attachedRun(db, 'mumble', GREEN)`. */
export const GREEN: Pick<AttachRunInput, 'conclusion' | 'tiers'> = {
  conclusion: 'green',
  tiers: [
    { name: 'install', status: 'pass', tests: [] },
    { name: 'upgrade', status: 'pass', tests: [] },
    { name: 'custom', status: 'pass', tests: [] },
  ],
}

/** What is typed of a cold run alone, red at custom. `nth` moves its times, since the same times are the same run. */
export function typedRun(failure: string, different: Partial<AttachRunInput> = {}, nth = 1) {
  const startedAt = Date.parse('2026-06-17T00:00:00Z') + nth * 10 * MINUTE_MS
  const typed: AttachRunInput = {
    ...{ phase: 'redfix', failure, condition: 'alone', deployment: 'cold' },
    ...{ recipe: failure, recipeVersion: '1.0.0+v1.6.870-0', recipeCommit: COMMIT, recipeClean: true },
    ...{ testCommit: COMMIT, testClean: true, harnessCommit: COMMIT, harnessClean: null, host: 'cc-ci' },
    ...{ startedAt: iso(startedAt), endedAt: iso(startedAt + 5 * MINUTE_MS), conclusion: 'red' },
    tiers: [
      { name: 'install', status: 'pass', tests: [] },
      { name: 'upgrade', status: 'pass', tests: [] },
      { name: 'custom', status: 'fail', tests: [] },
    ],
    ...{ level: null, rulesFailed: [], pullRequest: null, raisedAlarm: false, remark: '' },
    ...different,
  }
  return { ...typed, files: { results: null, log: null }, reading: null }
}
/** Attaches a run and answers its name, `#1`. */
export const attachedRun = (db: Db, failure: string, different: Partial<AttachRunInput> = {}, as = asBuilder) =>
  refOf(must(attachRun(db, as(typedRun(failure, different, nextNumber(db, 'run.attached'))))))

export const typedObservation = (failure: string, different: Partial<RecordObservationInput> = {}) => ({
  ...{ phase: 'redfix', failure, command: 'getent hosts app', output: '10.0.0.2 app', host: 'cc-ci' },
  observedAt: '2026-06-18T00:05:00Z',
  ...different,
})
/** `obs-1` */
export const recordedObservation = (db: Db, failure: string, different = {}, as = asBuilder) =>
  refOf(must(recordObservation(db, as(typedObservation(failure, different)))))

export const typedLines = (failure: string, different: Partial<CiteCodeInput> = {}) => ({
  ...{ phase: 'redfix', failure, repository: `recipes/${failure}`, commit: COMMIT, path: 'compose.yml' },
  ...{ fromLine: 7, toLine: 8, lines: 'healthcheck:\n  timeout: 1s\n', shows: 'One second is too short.' },
  ...different,
})
/** `code-1` */
export const citedCode = (db: Db, failure: string, different = {}, as = asBuilder) =>
  refOf(must(citeCode(db, as(typedLines(failure, different)))))

export const typedClassification = (
  failure: string,
  cites: EvidenceRef[],
  different: Partial<ProposeClassificationInput> = {},
): ProposeClassificationInput => ({
  ...{ phase: 'redfix', failure, behaviour: 'always-red', place: 'outside' },
  ...{ cause: 'The handshake gives up after one second.', plainWords: 'It is too impatient.', cites },
  ...different,
})
export const classifiedFailure = (db: Db, failure: string, cites: EvidenceRef[], different = {}) =>
  must(proposeClassification(db, asBuilder(typedClassification(failure, cites, different))))
