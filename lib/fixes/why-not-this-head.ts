import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import { because, type Refusal } from '#lib/result.ts'
import { testsCommit } from './at-head.ts'
import { shortCommit } from './describe-fix.ts'
import type { FixKind } from './words.ts'

/**
 * Null: a fix of this kind may stand at this commit. The commit at which the failure itself was shown is no fix of it: were it taken for
 * one, the runs that show the failure would be taken for runs of its fix.
 */
export function whyNotThisHead(
  { classifications, evidence }: PhaseFacts,
  failure: string,
  fix: { kind: FixKind; head: string },
): Refusal | null {
  const cites = classifications.find((held) => held.failure === failure)?.cites ?? []
  const shown = evidence.find(({ ref, run }) => cites.includes(ref) && run !== null && testsCommit(run, fix))
  if (!shown) return null
  return because(
    'not_a_fix',
    `${shortCommit(fix.head)} is where ${shown.ref} shows the failure itself: a fix stands at another commit.`,
    'head',
  )
}
