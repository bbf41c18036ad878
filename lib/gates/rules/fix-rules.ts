import { runsAtEarlierHeads, runsAtHead, standingFixes, testsCommit } from '#lib/fixes/at-head.ts'
import { describeFixState, isChecked, nameFix, shortCommit } from '#lib/fixes/describe-fix.ts'
import { isMergedEarly } from '#lib/fixes/merged-early.ts'
import { FIX_ROUTE_WORD, type FixRoute } from '#lib/fixes/words.ts'
import type { EvidenceFacts, FixFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import { brokenTier } from '#lib/runs/tiers.ts'
import type { Answer } from '../answer.ts'
import { countOf, type Rule, refs, worstOf } from './rule.ts'
import { isWhole } from './whole-run.ts'

const NO_FIX: Answer = { kind: 'missing', because: 'no fix yet, and no failure is waved through', evidence: [] }

const overFixes =
  (answer: (facts: PhaseFacts, fix: FixFacts, now: Date) => Answer): Rule =>
  (facts, _gate, { failure }, now) =>
    worstOf(
      standingFixes(facts, failure).map((fix) => answer(facts, fix, now)),
      NO_FIX,
    )

/** Open, and merged by nobody while the phase runs (DOMAIN 2.6). */
export const fixAttached: Rule = (facts, gate, failure, now) => {
  if (standingFixes(facts, failure.failure).length > 0) return overFixes(attachedAnswer)(facts, gate, failure, now)
  const closed = facts.fixes.find((fix) => fix.failure === failure.failure)
  return closed ? { kind: 'failed', because: `the ${nameFix(closed)} was closed`, evidence: [] } : NO_FIX
}

function attachedAnswer(facts: PhaseFacts, fix: FixFacts, now: Date): Answer {
  if (isMergedEarly(facts, fix))
    return { kind: 'failed', because: `the ${nameFix(fix)} was merged while the phase runs`, evidence: [] }
  const because = `${nameFix(fix)}, ${describeFixState(fix, now)}`
  return { kind: isChecked(fix) ? 'passed' : 'weak', because, evidence: [] }
}

/** A green that load could have turned red is shown by three (EVIDENCE 2.4: after three reds, three greens). */
const GREENS_NEEDED = { testme: 1, harness: 1, load: 3 } satisfies Record<FixRoute, number>

/** Verified at its head commit, by its own route: what ran at another commit says nothing of this one. */
export const fixVerified: Rule = overFixes((facts, fix) => {
  const at = `at its head ${shortCommit(fix.head)}`
  const runs = runsAtHead(facts, fix).filter(({ run }) => run?.condition !== 'promote')
  if (runs.length === 0) {
    const earlier = runsAtEarlierHeads(facts, fix)
    return {
      kind: 'missing',
      because: `no run ${at} yet${earlier.length > 0 ? `; ${countOf(earlier.length, 'run')} at an earlier head no longer ${earlier.length === 1 ? 'counts' : 'count'}` : ''}`,
      evidence: refs(earlier),
    }
  }
  const red = runs.filter(({ run }) => run?.conclusion === 'red')
  if (red.length > 0) return { kind: 'failed', because: `red at ${stageOf(red[0])} ${at}`, evidence: refs(red) }
  const green = runs.filter(({ run }) => run?.conclusion === 'green')
  if (green.length === 0) return { kind: 'errored', because: `no run ${at} ended with a result`, evidence: refs(runs) }
  const byRoute = green.filter(({ run }) => run !== null && isByRoute(run, fix))
  const needed = GREENS_NEEDED[fix.route]
  if (byRoute.length < needed)
    return {
      kind: 'incomplete',
      because: `${byRoute.length} of ${needed} green ${at} by its route: ${FIX_ROUTE_WORD[fix.route]}`,
      evidence: refs(green),
    }
  return { kind: 'passed', because: `${countOf(byRoute.length, 'green run')} ${at}`, evidence: refs(byRoute) }
})

function isByRoute(run: AttachedRun, { route, pullRequest, kind, head }: FixFacts): boolean {
  if (!isWhole(run)) return false
  if (route === 'load') return run.condition === 'load'
  if (route === 'testme') return run.pullRequest !== null && run.pullRequest === pullRequest
  return run.harnessCheckout.clean === true && testsCommit(run, { kind, head })
}

/** The warm advance works again, or nothing is promoted (DOMAIN 2.6: "all promote or pass"). Promote runs on record say that something is. */
export const promotes: Rule = overFixes((facts, fix) => {
  const at = `at its head ${shortCommit(fix.head)}`
  const everPromoted = facts.evidence.some(
    ({ failure, run, leftOut }) => failure === fix.failure && leftOut === null && run?.condition === 'promote',
  )
  const runs = runsAtHead(facts, fix)
  if (fix.promotion === 'promotes' || everPromoted) {
    const promoted = runs.filter(({ run }) => run?.condition === 'promote')
    const red = promoted.filter(({ run }) => run?.conclusion === 'red')
    if (red.length > 0) return { kind: 'failed', because: `the warm advance is red ${at}`, evidence: refs(red) }
    const green = promoted.filter(isWholeGreen)
    if (green.length > 0) return { kind: 'passed', because: `promotes ${at}`, evidence: refs(green) }
    return promoted.length > 0
      ? { kind: 'errored', because: `no promote run ${at} shows it, from clean checkouts`, evidence: refs(promoted) }
      : { kind: 'missing', because: `no promote run ${at} yet`, evidence: [] }
  }
  const green = runs.filter(isWholeGreen)
  if (green.length === 0)
    return { kind: 'missing', because: `nothing is promoted, and no green run ${at} yet`, evidence: [] }
  const because = `passes; nothing is promoted: ${fix.promotionReason}`
  return isChecked(fix)
    ? { kind: 'passed', because, evidence: refs(green) }
    : { kind: 'weak', because: `${because} (stated by the Builder, not checked)`, evidence: refs(green) }
})

const isWholeGreen = ({ run }: EvidenceFacts): boolean => run !== null && run.conclusion === 'green' && isWhole(run)
const stageOf = (held: EvidenceFacts | undefined): string =>
  brokenTier(held?.run?.tiers ?? [])?.name ?? 'no known stage'
