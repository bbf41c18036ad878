import { proposeClassification } from '#db/classifications/propose-classification.ts'
import type { Db } from '#db/db.ts'
import { writeNote } from '#db/notes/write-note.ts'
import { owe } from '#db/obligations/owe.ts'
import { excludeRun } from '#db/runs/exclude-run.ts'
import { citedCode, recordedObservation, typedClassification } from '#db/testing/evidence.ts'
import { must } from '#db/testing/must.ts'
import { asAdversaryNow, asBuilderNow } from '#e2e/vocabulary/scenario-now.ts'
import { attachRunWithTests, type RunToAttach } from './attach-run.ts'
import { FLAKY } from './six-failures.ts'

type Round = { phase: string; failure: string; round: number; runs: number }

/** One round of the Builder's on one failure: runs, a look by hand, a reading, what was thought, and a classification that cites what counts. */
export function investigate(db: Db, { phase, failure, round, runs }: Round): void {
  const repeat = (run: RunToAttach) => Array.from({ length: runs }, () => attachRunWithTests(db, run, asBuilderNow))
  const counted = planRuns(phase, failure).flatMap(repeat)
  if (round === 1) leaveOneOut(db, phase, failure)
  const output = `10.0.${round}.7 app\n10.0.${round}.9 app\n`
  const seen = recordedObservation(db, failure, { phase, output }, asBuilderNow)
  const read = citedCode(db, failure, { phase, path: `compose.${round}.yml` }, asBuilderNow)
  const note = { phase, failure, note: 'reasoning', statedAt: null } as const
  const thought = `Round ${round}: it smells of load, for the sweep ran eleven deploys beside it.`
  must(writeNote(db, asBuilderNow({ ...note, text: thought })))
  const owed = {
    phase,
    failure,
    by: 'builder',
    text: `Round ${round}: two more reds under load.`,
    before: null,
  } as const
  must(owe(db, asAdversaryNow(owed)))
  const different = {
    phase,
    behaviour: failure === FLAKY ? 'flaky-load' : 'always-red',
    place: 'recipe',
    cause: `The handshake gives up after ${round} s, which a busy host does not make.`,
  } as const
  must(proposeClassification(db, asBuilderNow(typedClassification(failure, [...counted, seen, read], different))))
}

/** Each of these is run several times. */
function planRuns(phase: string, failure: string): RunToAttach[] {
  if (failure !== FLAKY) return [{ phase, failure, shown: 'red', condition: 'alone' }]
  return [
    { phase, failure, shown: 'green', condition: 'alone' },
    { phase, failure, shown: 'red', condition: 'load' },
  ]
}

function leaveOneOut(db: Db, phase: string, failure: string): void {
  const overlapped = attachRunWithTests(db, { phase, failure, shown: 'red', condition: 'load' }, asBuilderNow)
  const run = Number(overlapped.slice(1))
  must(excludeRun(db, asAdversaryNow({ phase, run, reason: 'Another deploy overlapped it by 4m 10s.' })))
}
