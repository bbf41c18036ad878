import { begunSeq } from '#lib/evidence/begun-seq.ts'
import type { EvidenceFacts, FixFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import type { FixKind } from './words.ts'

/** The shortest commit that anybody may state; longer ones are the same when one begins with the other. */
const SHORTEST = 7

export const isSameCommit = (one: string | null, other: string | null): boolean =>
  one !== null &&
  other !== null &&
  Math.min(one.length, other.length) >= SHORTEST &&
  (one.startsWith(other) || other.startsWith(one))

/** Did this run test a fix of this kind at this commit? A recipe is tested in the recipe's checkout, the harness in its own (or in its tests'). */
export function testsCommit(run: AttachedRun, { kind, head }: { kind: FixKind; head: string }): boolean {
  const { recipeCheckout, harnessCheckout, testCheckout } = run
  const checkouts = {
    'recipe-pr': [recipeCheckout],
    'harness-change': [harnessCheckout, testCheckout],
    stabilisation: [recipeCheckout, harnessCheckout, testCheckout],
  }[kind]
  return checkouts.some(({ commit }) => isSameCommit(commit, head))
}

/** The fixes of a failure that are not given up. */
export const standingFixes = (facts: PhaseFacts, failure: string): FixFacts[] =>
  facts.fixes.filter((fix) => fix.failure === failure && fix.state !== 'closed')

/** The runs that tested it at the commit where it stands, those left out aside. A new head leaves older ones visible, and they no longer count. */
export const runsAtHead = (facts: PhaseFacts, fix: FixFacts): EvidenceFacts[] =>
  facts.evidence.filter(
    ({ failure, run, leftOut }) => failure === fix.failure && run !== null && leftOut === null && testsCommit(run, fix),
  )

/** The runs that tested it where it stood earlier. */
export const runsAtEarlierHeads = (facts: PhaseFacts, fix: FixFacts): EvidenceFacts[] =>
  facts.evidence.filter(
    ({ failure, run }) =>
      failure === fix.failure &&
      run !== null &&
      !testsCommit(run, fix) &&
      fix.heads.some(({ head }) => testsCommit(run, { kind: fix.kind, head })),
  )

/**
 * The record without the runs that tested a fix of their failure, wherever that stood: a cause is not shown by what mends it. What was on
 * record (or under way here) before the fix stood there is no run of it, unless it ran its pull request: a head that is named later takes nothing away.
 */
export const withoutRunsOfFixes = ({ fixes, evidence }: PhaseFacts): EvidenceFacts[] =>
  evidence.filter((held) => fixes.every((fix) => fix.failure !== held.failure || !ranFix(held, fix)))

const ranFix = (held: EvidenceFacts, { kind, pullRequest, heads }: FixFacts): boolean => {
  const { run } = held
  if (run === null) return false
  return heads.some(
    ({ head, seq: since }) =>
      testsCommit(run, { kind, head }) &&
      (begunSeq(held) > since || (pullRequest !== null && run.pullRequest === pullRequest)),
  )
}

/** The runs of a failure from before any fix of it, those left out aside: what a fix is compared with. */
export const runsBeforeFix = (facts: PhaseFacts, failure: string): EvidenceFacts[] =>
  withoutRunsOfFixes(facts).filter((held) => held.failure === failure && held.run !== null && held.leftOut === null)
