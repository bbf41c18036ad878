import { proposeClassification } from '#db/classifications/propose-classification.ts'
import type { Db } from '#db/db.ts'
import { addFailure } from '#db/failures/add-failure.ts'
import { attachFix } from '#db/fixes/attach-fix.ts'
import { defineGate } from '#db/gates/define-gate.ts'
import { writeNote } from '#db/notes/write-note.ts'
import { owe } from '#db/obligations/owe.ts'
import { openPhase } from '#db/phases/open-phase.ts'
import { recordPlan } from '#db/phases/record-plan.ts'
import { attachedRun, citedCode, GREEN, recordedObservation } from '#db/testing/evidence.ts'
import { must } from '#db/testing/must.ts'
import { asOperator } from '#db/testing/people.ts'
import { raiseVeto } from '#db/vetoes/raise-veto.ts'
import { USUAL_REQUIREMENTS } from '#lib/gates/requirements.ts'
import { typedFix } from './fixed-record.ts'
import { claim, rule } from './rich-record.ts'
import { asAdversaryNow, asBuilderNow } from './scenario-now.ts'

/** As long as an address may be. */
export const WORST_PHASE = 'worst'.padEnd(60, '-content')
export const WORST_FAILURE = 'recipe-with-the-longest-name-that-a-failure-may-have-at-sixty'.slice(0, 60)
export const WORST_GATES = ['M1', 'M2(c)', 'WC1.1', 'DoD-1', 'U0.Long-Gate.Id(20)']

const unbroken = (length: number) => 'abcdefghij'.repeat(length / 10)
const LONG_COMMIT = '0123456789abcdef'.repeat(4)
const LONG_HEAD = 'fedcba9876543210'.repeat(4)
const LONG_PATH = `${unbroken(190)}/compose.yml`
/** An emoji with joiners, Arabic, Hebrew with an override, letters with many marks, and markup that must stay text. */
export const ODD_TEXT = '👩‍🚀🏳️‍🌈 مرحبا بالعالم \u202eשלום\u202c Z̸̡̢͎a͕l̵g̴o <script>alert(1)</script> & “quotes”'
const FAILURES = [WORST_FAILURE, ...Array.from({ length: 11 }, (_, nth) => `failure-${nth + 1}`)]

/** What no layout expects: 12 failures, 5 gates, 100 runs on one failure, words that cannot be broken. Opened by Olga, who is there. */
export function openWorst(db: Db): void {
  const phase = WORST_PHASE
  const opened = { phase, title: `${ODD_TEXT} ${unbroken(120)}`, mission: `${unbroken(500)} ${ODD_TEXT} `.repeat(6) }
  must(
    openPhase(
      db,
      asOperator({ ...opened, planPath: LONG_PATH, doneRule: unbroken(900), lifetimeHours: 24 }, new Date()),
    ),
  )
  for (const failure of FAILURES) {
    const added = {
      phase,
      failure,
      recipe: failure,
      version: unbroken(100),
      image: unbroken(200),
      sweptAs: unbroken(300),
    }
    must(addFailure(db, asOperator(added, new Date())))
  }
  for (const [nth, gate] of WORST_GATES.entries()) {
    const criteria = `${ODD_TEXT} ${unbroken(1_000)}`
    const requirements = [...USUAL_REQUIREMENTS[nth === 0 ? 'cause' : 'fix']]
    must(defineGate(db, asOperator({ phase, gate, criteria, requirements, anew: false }, new Date())))
  }
  fillWorstFailure(db)
  for (const failure of FAILURES.slice(1)) classify(db, failure, [citedCode(db, failure, { phase }, asBuilderNow)])
  claim(db, 'M1', phase)
  rule(db, WORST_FAILURE, 'fail', phase, `${ODD_TEXT} ${unbroken(1_000)}`)
  attachWorstFix(db)
  must(recordPlan(db, asOperator({ phase, name: LONG_PATH, text: `${ODD_TEXT}\n${unbroken(20_000)}` }, new Date())))
  must(raiseVeto(db, asAdversaryNow({ phase, gate: null, reason: `${ODD_TEXT} ${unbroken(900)}` })))
}

function fillWorstFailure(db: Db): void {
  const phase = WORST_PHASE
  const failure = WORST_FAILURE
  const checkout = {
    recipeCommit: LONG_COMMIT,
    testCommit: LONG_COMMIT,
    harnessCommit: LONG_COMMIT,
    recipeVersion: unbroken(100),
  }
  for (let nth = 0; nth < 100; nth += 1)
    attachedRun(
      db,
      failure,
      { phase, ...checkout, ...(nth % 3 === 0 ? {} : GREEN), host: unbroken(200), remark: unbroken(1_000) },
      nth % 2 ? asBuilderNow : asAdversaryNow,
    )
  const code = citedCode(
    db,
    failure,
    {
      phase,
      commit: LONG_COMMIT,
      path: LONG_PATH,
      repository: unbroken(300),
      lines: `${unbroken(2_000)}\n${ODD_TEXT}\n`,
      shows: unbroken(500),
    },
    asBuilderNow,
  )
  const seen = recordedObservation(
    db,
    failure,
    { phase, command: unbroken(2_000), output: `${ODD_TEXT}\n${unbroken(4_000)}`, host: unbroken(200) },
    asBuilderNow,
  )
  classify(db, failure, ['#40', code, seen])
  must(
    writeNote(
      db,
      asBuilderNow({ phase, failure, note: 'log', text: `${ODD_TEXT}\n${unbroken(3_000)}`, statedAt: null }),
    ),
  )
  must(owe(db, asBuilderNow({ phase, failure, by: 'adversary', text: unbroken(1_000), before: 'M1' })))
}

function attachWorstFix(db: Db): void {
  const worst = { phase: WORST_PHASE, repository: unbroken(300), head: LONG_HEAD, changes: unbroken(1_000) }
  const reason = { promotion: 'nothing-promoted', promotionReason: `${ODD_TEXT} ${unbroken(400)}` } as const
  must(attachFix(db, asBuilderNow(typedFix(WORST_FAILURE, { ...worst, ...reason, pullRequest: 1_000_000_000 }))))
}

function classify(db: Db, failure: string, cites: string[]): void {
  const said = {
    cause: unbroken(1_000),
    plainWords: unbroken(120),
    behaviour: 'flaky-load',
    place: 'warm-machinery',
  } as const
  must(proposeClassification(db, asBuilderNow({ phase: WORST_PHASE, failure, cites, ...said })))
}
