import type { EvidenceFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'

/**
 * The Adversary's own checks on a failure since the gate was first claimed (DOMAIN 2.2): where the claim rests on runs, an own run that
 * counts, cold (or a promote run, where the claim rests on one) and of the same recipe version; where it is static, an own reading of
 * code or observation. What came before the claim is pre-staging. `wants` says what is missing; `early`: every one
 * of them is a run that ended before the claim, by the times stated for it. `person`: only this person's.
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
  const claimedRuns = part.judged.evidence.flatMap(({ ref }) => {
    const run = facts.evidence.find((held) => held.ref === ref)?.run
    return run ? [run] : []
  })
  const own = facts.evidence.filter(
    (held) =>
      held.failure === failure &&
      held.role === 'adversary' &&
      held.leftOut === null &&
      held.seq > claim.firstClaimed &&
      (person === undefined || held.person === person),
  )
  if (claimedRuns.length === 0)
    return {
      ...withTimes(own.filter(({ run }) => run === null || (isOwnRun(run) && run.deployment === 'cold'))),
      wants: 'none yet: an own reading of code, observation or cold run since the claim',
    }
  const promoted = claimedRuns.some((run) => run.condition === 'promote')
  const checks = own.filter(
    ({ run }) =>
      run !== null &&
      isOwnRun(run) &&
      (run.deployment === 'cold' || (promoted && run.condition === 'promote')) &&
      claimedRuns.some((claimed) => claimed.recipeVersion === run.recipeVersion),
  )
  const version = claimedRuns[0]?.recipeVersion
  return {
    ...withTimes(checks),
    wants: `none yet: an own ${promoted ? 'cold or promote' : 'cold'} run of ${version} since the claim`,
  }

  function withTimes(checks: EvidenceFacts[]) {
    const since = Date.parse(claim?.firstClaimedAt ?? '')
    return { checks, early: checks.every(({ run }) => run !== null && Date.parse(run.endedAt) < since) }
  }
}

/** It showed something, and it is not the sweep's run that raised the alarm, whoever attached that. */
const isOwnRun = (run: AttachedRun): boolean =>
  !run.raisedAlarm && (run.conclusion === 'green' || run.conclusion === 'red')
