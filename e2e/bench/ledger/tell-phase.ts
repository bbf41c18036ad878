import type { Db } from '#db/db.ts'
import { addFailure } from '#db/failures/add-failure.ts'
import { defineGate } from '#db/gates/define-gate.ts'
import { openPhase } from '#db/phases/open-phase.ts'
import { must } from '#db/testing/must.ts'
import { asOperator } from '#db/testing/people.ts'
import { claim } from '#e2e/vocabulary/rich-record.ts'
import { USUAL_REQUIREMENTS } from '#lib/gates/requirements.ts'
import { investigate } from './investigate.ts'
import { judge } from './judge.ts'
import { keepJournal } from './keep-journal.ts'
import { FAILURES } from './six-failures.ts'

/** How much happened: rounds from investigation to judgement, runs of the Builder per failure and round, notes per failure and round. */
export type Extent = { rounds: number; runs: number; notes: number }

/** A phase as teams have them: opened, investigated, claimed, judged and claimed again, with a journal all along. The last round ends in a FAIL. */
export function tellPhase(db: Db, phase: string, { rounds, runs, notes }: Extent): void {
  open(db, phase)
  for (let round = 1; round <= rounds; round += 1) {
    for (const failure of FAILURES) {
      keepJournal(db, phase, [failure], notes)
      investigate(db, { phase, failure, round, runs })
    }
    claim(db, 'M1', phase)
    judge(db, phase, round === rounds)
  }
}

function open(db: Db, phase: string): void {
  const mission = 'Find out why six recipes failed the canonical sweep, show it cold, and fix them.'
  const opened = { phase, title: 'Six red recipes', mission, planPath: null, doneRule: null, lifetimeHours: 24 }
  must(openPhase(db, asOperator(opened, new Date())))
  for (const failure of FAILURES) {
    const added = { phase, failure, recipe: failure, version: '1.0.0', image: null, sweptAs: 'cold-deploy timeout' }
    must(addFailure(db, asOperator(added, new Date())))
  }
  const cause = { gate: 'M1', criteria: 'Each is classified and shown.', requirements: [...USUAL_REQUIREMENTS.cause] }
  const fix = { gate: 'M2', criteria: 'Each is fixed and green.', requirements: [...USUAL_REQUIREMENTS.fix] }
  for (const gate of [cause, fix]) must(defineGate(db, asOperator({ phase, anew: false, ...gate }, new Date())))
}
