import type { FixState } from '#lib/fixes/words.ts'
import type { FixFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import { tiersOf } from './a-run.ts'
import type { Step } from './record-of.ts'
import { type By, mark, run, theBuilder } from './steps.ts'

/** Where a fix stands first, unless told otherwise. */
export const HEAD = 'fee1600d'
export const NEXT_HEAD = 'decade00'
export const ALL_PASS = tiersOf({ install: 'pass', upgrade: 'pass', backup: 'pass', restore: 'pass', custom: 'pass' })

/** A recipe's pull request #4, verified by `!testme`, of a recipe that promotes nothing; numbers 1, 2, … in the order of the steps. */
export const fixAttached =
  (failure: string, different: Partial<FixFacts> = {}, by: By = theBuilder): Step =>
  (facts) => {
    const said = mark(facts, by)
    const head = different.head ?? HEAD
    const fix: FixFacts = {
      ...said,
      ...{ fix: facts.fixes.length + 1, failure, kind: 'recipe-pr', repository: `recipes/${failure}`, pullRequest: 4 },
      ...{ head, heads: [{ head, seq: said.seq, at: said.at }], state: 'open', said },
      ...{ mergedSeq: different.state === 'merged' ? said.seq : null, route: 'testme' },
      ...{ mergedAt: different.state === 'merged' ? said.at : null },
      ...{ promotion: 'nothing-promoted', promotionReason: 'It has no warm name.', changes: 'It waits longer.' },
      ...different,
    }
    return { ...facts, fixes: [...facts.fixes, fix] }
  }

/** Somebody says where it stands now; what is not named stays. */
export const fixMoved =
  (fix: number, to: { head?: string; state?: FixState }, by: By = theBuilder): Step =>
  (facts) => ({ ...facts, fixes: facts.fixes.map((held) => (held.fix === fix ? moved(facts, held, to, by) : held)) })

function moved(facts: PhaseFacts, held: FixFacts, to: { head?: string; state?: FixState }, by: By): FixFacts {
  const said = mark(facts, by)
  const { head, state } = { head: held.head, state: held.state, ...to }
  return {
    ...held,
    ...{ head, state, said },
    heads: head === held.head ? held.heads : [...held.heads, { head, seq: said.seq, at: said.at }],
    mergedSeq: state === 'merged' ? (held.mergedSeq ?? said.seq) : null,
    mergedAt: state === 'merged' ? (held.mergedAt ?? said.at) : null,
  }
}

/** A green run of the newest fix of this failure, at its head and by its route: `run` with the checkout and what else belongs to it. */
export const runOfFix =
  (failure: string, different: Partial<AttachedRun> = {}, by: By = theBuilder): Step =>
  (facts) => {
    const fix = facts.fixes.filter((held) => held.failure === failure).at(-1)
    if (!fix) throw new Error(`${failure} has no fix to run.`)
    const checkout = { commit: fix.head, clean: true }
    const ofKind = fix.kind === 'recipe-pr' ? { recipeCheckout: checkout } : { harnessCheckout: checkout }
    const byRoute = fix.route === 'load' ? { condition: 'load' as const } : {}
    const pullRequest = fix.route === 'testme' ? fix.pullRequest : null
    const green = { conclusion: 'green', tiers: ALL_PASS, pullRequest } as const
    return run(failure, { ...green, ...ofKind, ...byRoute, ...different }, by)(facts)
  }
