import type { JudgedFix } from '#lib/claims/claim-part.ts'
import { begunSeq } from '#lib/evidence/begun-seq.ts'
import { isSameCommit, testsCommit } from '#lib/fixes/at-head.ts'
import { shortCommit } from '#lib/fixes/describe-fix.ts'
import type { FixRoute } from '#lib/fixes/words.ts'
import type { EvidenceFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { AttachedRun, Checkout } from '#lib/runs/attached-run.ts'

/**
 * The Adversary's own checks on a failure since the gate was first claimed (DOMAIN 2.2): where the claim rests on runs, an own run that
 * counts, cold (or a promote run, where the claim rests on one), from clean checkouts, of the recipe version and under a condition the claim
 * rests on; of fixes, a run of each at the head that is claimed; where it is static, an own reading of code or observation. What came
 * before the claim is pre-staging; of a run that Gatehouse started its start decides, whenever it ended. `wants` says what is missing;
 * `early`: every one of them was seen before the claim, by the times stated for it. `person`: only this person's.
 */
export function findOwnChecks(
  facts: PhaseFacts,
  gate: string,
  failure: string,
  person?: string,
): { checks: EvidenceFacts[]; wants: string; early: boolean } {
  const claim = facts.claims.find((held) => held.gate === gate && held.withdrawn === null)
  const part = claim?.parts.find((held) => held.failure === failure)
  if (!claim || !part) return { checks: [], wants: 'nothing is claimed yet', early: false }
  const { fixes } = part.judged
  const claimedRuns = part.judged.evidence.flatMap(({ ref }) => {
    const run = facts.evidence.find((held) => held.ref === ref)?.run
    return run && !fixes.some((fix) => testsCommit(run, fix)) ? [run] : []
  })
  const sinceThen = facts.evidence.filter(
    (held) =>
      held.failure === failure &&
      held.role === 'adversary' &&
      held.leftOut === null &&
      held.seq > claim.firstClaimed &&
      (person === undefined || held.person === person),
  )
  const own = sinceThen.filter((held) => begunSeq(held) > claim.firstClaimed)
  const aside = wordEarlier(sinceThen.filter((held) => !own.includes(held)))
  if (fixes.length > 0) {
    const runsOf = (fix: JudgedFix) => own.filter(({ run }) => run !== null && isOwnRun(run) && checksFix(run, fix))
    const unchecked = fixes.filter((fix) => runsOf(fix).length === 0)
    const wanted = unchecked.map((fix) => `${FIX_CHECK[fix.route]} at ${shortCommit(fix.head)}`).join(' and ')
    const ofCause = part.judged.classification === null ? null : checksOfCause()
    if (unchecked.length > 0)
      return { ...withTimes([]), wants: `none yet: an own run ${wanted} since the claim${aside}` }
    // A gate that judges both is checked on both.
    if (ofCause !== null && ofCause.checks.length === 0) return ofCause
    return { ...withTimes([...new Set([...(ofCause?.checks ?? []), ...fixes.flatMap(runsOf)])]), wants: '' }
  }
  return checksOfCause()

  function checksOfCause() {
    if (claimedRuns.length === 0)
      return {
        ...withTimes(own.filter(({ run }) => run === null || (isOwnRun(run) && run.deployment === 'cold'))),
        wants: `none yet: an own reading of code, observation or cold run since the claim${aside}`,
      }
    const promoted = claimedRuns.some((run) => run.condition === 'promote')
    const checks = own.filter(
      ({ run }) =>
        run !== null &&
        isOwnRun(run) &&
        (run.deployment === 'cold' || (promoted && run.condition === 'promote')) &&
        claimedRuns.some((claimed) => repeats(run, claimed)),
    )
    const version = claimedRuns[0]?.recipeVersion
    return {
      ...withTimes(checks),
      wants: `none yet: an own ${promoted ? 'cold or promote' : 'cold'} run of ${version} since the claim${aside}`,
    }
  }

  function withTimes(checks: EvidenceFacts[]) {
    const since = Date.parse(claim?.firstClaimedAt ?? '')
    // The record itself shows when Gatehouse started a run: no clock of a host is asked.
    const isEarly = (check: EvidenceFacts) => !check.run?.supervised && Date.parse(seenAt(check)) < since
    return { checks, early: checks.every(isEarly) }
  }
}

const FIX_CHECK = { testme: 'cold', harness: 'cold', load: 'under load' } satisfies Record<FixRoute, string>

/** An own run of the fix at the head that is claimed: cold, or its warm advance; under load where that is how it is verified. */
const checksFix = (run: AttachedRun, fix: JudgedFix): boolean =>
  testsCommit(run, fix) &&
  (fix.route === 'load' ? run.condition === 'load' : run.deployment === 'cold' || run.condition === 'promote')

/** Runs that ended since the claim and do not count, because they had begun before it. */
const wordEarlier = (runs: readonly EvidenceFacts[]): string =>
  runs.length === 0 ? '' : ` (${runs.map(({ ref }) => ref).join(', ')} had begun before it: pre-staging)`

/** When it was seen, by the times stated for it: the end of a run, the moment of an observation; code is read when it is cited. */
const seenAt = ({ run, statedAt, at }: EvidenceFacts): string => run?.endedAt ?? statedAt ?? at

/** It showed something, from clean checkouts, and it is not the sweep's run that raised the alarm, whoever attached that. */
const isOwnRun = (run: AttachedRun): boolean =>
  !run.raisedAlarm && (run.conclusion === 'green' || run.conclusion === 'red') && isClean(run)

/** Nobody said that a checkout had local changes, and the recipe's was said to be clean. */
const isClean = ({ recipeCheckout, testCheckout, harnessCheckout }: AttachedRun): boolean =>
  recipeCheckout.clean === true && testCheckout.clean !== false && harnessCheckout.clean !== false

/** With the key of what is claimed (DESIGN 3). The sweep is both alone and loaded, as it happens: an own run of either kind repeats it. */
const repeats = (own: AttachedRun, claimed: AttachedRun): boolean =>
  own.recipeVersion === claimed.recipeVersion &&
  isSameWhereKnown(own.recipeCheckout, claimed.recipeCheckout) &&
  isSameWhereKnown(own.testCheckout, claimed.testCheckout) &&
  isSameWhereKnown(own.harnessCheckout, claimed.harnessCheckout) &&
  (own.condition === claimed.condition || (claimed.condition === 'sweep' && own.condition !== 'promote'))

/** A commit that nobody stated tells nothing apart. */
const isSameWhereKnown = (own: Checkout, claimed: Checkout): boolean =>
  own.commit === null || claimed.commit === null || isSameCommit(own.commit, claimed.commit)
