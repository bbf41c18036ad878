import type { Db } from '#db/db.ts'
import { must } from '#db/testing/must.ts'
import { factsOf } from '#db/testing/phases.ts'
import { recordVerdict } from '#db/verdicts/record-verdict.ts'
import { rule } from '#e2e/vocabulary/rich-record.ts'
import { asAdversaryNow } from '#e2e/vocabulary/scenario-now.ts'
import { attachRunWithTests } from './attach-run.ts'
import { FAILURES, FLAKY } from './six-failures.ts'

/** The first so many are looked at before the next revision comes. */
const JUDGED = 4

/** The Adversary repeats four of the six from cold and passes them; in the last round the flaky one fails, and the gate with it. */
export function judge(db: Db, phase: string, isLast: boolean): void {
  for (const failure of FAILURES.slice(0, JUDGED)) {
    const shown = failure === FLAKY ? 'green' : 'red'
    attachRunWithTests(db, { phase, failure, shown, condition: 'alone' }, asAdversaryNow)
    rule(db, failure, isLast && failure === FLAKY ? 'fail' : 'pass', phase)
  }
  if (!isLast) return
  const digest = factsOf(db, phase).claims.find(({ gate }) => gate === 'M1')?.digest ?? ''
  const reason = 'It does not fail as claimed.'
  must(recordVerdict(db, asAdversaryNow({ phase, gate: 'M1', digest, result: 'fail', reason })))
}
