import type { AttachFixInput } from '#lib/fixes/inputs.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import type { Db } from '../db.ts'
import { attachFix } from '../fixes/attach-fix.ts'
import { updateFix } from '../fixes/update-fix.ts'
import { declareDone } from '../phases/declare-done.ts'
import { attachedRun, GREEN } from './evidence.ts'
import { aPassedGate, filedClaim, givenVerdict, ruledOn } from './gates.ts'
import { must } from './must.ts'
import { asAdversary, asBuilder, USUAL_TIME } from './people.ts'
import { FAILURES } from './phases.ts'

/** Where the fix of a failure stands when it is attached, and after it was pushed to. */
export const HEAD = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334'
export const NEXT_HEAD = 'b2c3d4e5f60718293a4b5c6d7e8f900112233445'
const PULL_REQUEST = 4

/** What is typed of an open pull request to the recipe that promotes nothing. */
export const typedFix = (failure: string, different: Partial<AttachFixInput> = {}): AttachFixInput => ({
  ...{ phase: 'redfix', failure, kind: 'recipe-pr', repository: `recipes/${failure}`, pullRequest: PULL_REQUEST },
  ...{ head: HEAD, state: 'open', route: 'testme', promotion: 'nothing-promoted' },
  ...{ promotionReason: 'It has no warm advance.', changes: 'Waits for ten seconds.' },
  ...different,
})
export const attachedFix = (db: Db, failure: string, different: Partial<AttachFixInput> = {}): Recorded =>
  must(attachFix(db, asBuilder(typedFix(failure, different))))

/** What is typed when a fix was pushed to. */
export const typedPush = (fix = 1, head = NEXT_HEAD) => ({
  ...({ phase: 'redfix', fix, head, state: 'open', how: 'Read on the pull request.' } as const),
})
export const pushedFix = (db: Db, fix = 1, head = NEXT_HEAD) => must(updateFix(db, asBuilder(typedPush(fix, head))))

/** A green run by `!testme` at this head; answers its name, `#3`. */
export const fixRun = (db: Db, failure: string, head = HEAD, as = asBuilder) =>
  attachedRun(db, failure, { ...GREEN, recipeCommit: head, pullRequest: PULL_REQUEST }, as)

export const declaredDone = (db: Db, at = USUAL_TIME) =>
  must(declareDone(db, asBuilder({ phase: 'redfix', words: 'Both are fixed.' }, at)))

// Each scenario goes on from the one before it, and may be given a database that holds the one before.

/** Both have an open pull request, fix-1 of mumble and fix-2 of gitea, each green at its head. */
export function aFixedPhase(db: Db = aPassedGate()): Db {
  for (const failure of FAILURES) {
    attachedFix(db, failure)
    fixRun(db, failure)
  }
  return db
}
/** M2 is claimed, revision 1. */
export function aClaimedFix(db: Db = aFixedPhase()): Db {
  filedClaim(db, {}, USUAL_TIME, 'M2')
  return db
}
/** Ada has run both fixes herself. */
export function aCheckedFix(db: Db = aClaimedFix()): Db {
  for (const failure of FAILURES) fixRun(db, failure, HEAD, asAdversary)
  return db
}
/** Both failures are ruled PASS on M2. */
export function aRuledFix(db: Db = aCheckedFix()): Db {
  for (const failure of FAILURES) ruledOn(db, failure, 'pass', USUAL_TIME, asAdversary, 'M2')
  return db
}
/** M2 has its PASS: nothing is left but DONE. */
export function aPassedFix(db: Db = aRuledFix()): Db {
  givenVerdict(db, 'pass', USUAL_TIME, 'M2')
  return db
}
/** The phase is DONE. */
export function aDonePhase(db: Db = aPassedFix()): Db {
  declaredDone(db)
  return db
}
/** gitea is ruled PASS on M2; mumble FAIL, which opened F-redfix-1; and M2 has its FAIL. */
export function aFailedFix(db: Db = aCheckedFix()): Db {
  ruledOn(db, 'gitea', 'pass', USUAL_TIME, asAdversary, 'M2')
  ruledOn(db, 'mumble', 'fail', USUAL_TIME, asAdversary, 'M2')
  givenVerdict(db, 'fail', USUAL_TIME, 'M2')
  return db
}
