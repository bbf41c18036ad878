import { runsAtHead, runsBeforeFix, standingFixes } from '#lib/fixes/at-head.ts'
import type { EvidenceFacts } from '#lib/phases/phase-facts.ts'
import { decidingTiers, type TierStatus } from '#lib/runs/tiers.ts'
import type { Answer } from '../answer.ts'
import { countOf, type Rule, refs, worstOf } from './rule.ts'
import { isWhole } from './whole-run.ts'

/**
 * Nothing is worse than before the fix, stage by stage and lint rule by lint rule: what passed in any run before it passes in every run at
 * its head (redfix's one FAIL was a lint rule that had passed before). A red under load is compared by nobody: it may be
 * red by design; a green one shows its stages like any other (a flake is verified under load).
 */
export const nothingWorse: Rule = (facts, _gate, { failure }) => {
  const before = shown(runsBeforeFix(facts, failure))
  return worstOf(
    standingFixes(facts, failure).map((fix) => compare(before, shown(runsAtHead(facts, fix)))),
    { kind: 'missing', because: 'no fix yet, so there is nothing to compare', evidence: [] },
  )
}

function compare(before: EvidenceFacts[], after: EvidenceFacts[]): Answer {
  if (after.length === 0)
    return { kind: 'missing', because: 'no run at the head yet that could be compared', evidence: [] }
  const evidence = [...refs(before), ...refs(after)]
  if (before.length === 0) return { kind: 'weak', because: 'no run from before the fix to compare with', evidence }
  const worse = [...worseStages(before, after), ...worseRules(before, after)]
  if (worse.length > 0) return { kind: 'failed', because: worse.join('; '), evidence }
  // Any run at the head may show that something is worse; that it is not takes whole ones.
  const whole = after.filter(({ run }) => run !== null && isWhole(run))
  const unseen = unseenStages(before, whole)
  if (unseen.length > 0)
    return { kind: 'incomplete', because: `not shown at this head: ${unseen.join(', ')}`, evidence }
  const compared = passing(before).filter((name) => passing(after).includes(name))
  return {
    kind: 'passed',
    because: `${countOf(compared.length, 'stage')} that passed before, no worse at this head`,
    evidence,
  }
}

const shown = (evidence: EvidenceFacts[]): EvidenceFacts[] =>
  evidence.filter(
    ({ run }) =>
      run !== null &&
      (run.conclusion === 'green' || (run.conclusion === 'red' && run.condition !== 'load')) &&
      run.tiers.length > 0,
  )

const stages = ({ run }: EvidenceFacts) => decidingTiers(run?.tiers ?? [])
/** Promote runs show other stages than cold ones: each kind is compared with its own. */
const PROMOTE = 'promote: '
const kindOf = ({ run }: EvidenceFacts): string => (run?.condition === 'promote' ? PROMOTE : '')

function passing(runs: EvidenceFacts[]): string[] {
  const names = runs.flatMap((held) =>
    stages(held).flatMap(({ name, status }) => (status === 'pass' ? [`${kindOf(held)}${name}`] : [])),
  )
  return [...new Set(names)]
}

const BECAME = { pass: 'passes', fail: 'fails', skip: 'is skipped', unver: 'did not run' } satisfies Record<
  TierStatus,
  string
>

function worseStages(before: EvidenceFacts[], after: EvidenceFacts[]): string[] {
  return passing(before).flatMap((name) => {
    const now = after.flatMap((held) =>
      stages(held).flatMap((tier) => (`${kindOf(held)}${tier.name}` === name && tier.status !== 'pass' ? [tier] : [])),
    )
    const [first] = now
    return first ? [`${name} passed before, ${BECAME[first.status]} at this head`] : []
  })
}

/** The lint rules that a run broke; null where it says nothing of lint. */
function brokenRules({ run }: EvidenceFacts): string[] | null {
  const lint = run?.tiers.find(({ name }) => name === 'lint')
  if (!lint || lint.status === 'skip' || lint.status === 'unver') return null
  const named = lint.tests.filter(({ status }) => status === 'fail').map(({ name }) => name)
  return named.length === 0 && lint.status === 'fail' ? [SOME_RULE] : named
}
/** Lint failed, and no rule is named: any of them may be broken. */
const SOME_RULE = 'lint'
const isNamed = (rules: string[]): boolean => !rules.includes(SOME_RULE)

/** An unnamed failure is worse only than a lint that passed whole; and it says of no rule that it passed. */
function worseRules(before: EvidenceFacts[], after: EvidenceFacts[]): string[] {
  const linted = before.map(brokenRules).filter((rules) => rules !== null && isNamed(rules))
  const now = [...new Set(after.flatMap((held) => brokenRules(held) ?? []))]
  return now
    .filter((rule) => linted.some((rules) => (rule === SOME_RULE ? rules?.length === 0 : !rules?.includes(rule))))
    .map((rule) => `${rule} passed before, fails at this head`)
    .concat(hiddenRules(before, after))
}

/** A rule that is named as passed before and not run now was put out of sight. */
function hiddenRules(before: EvidenceFacts[], after: EvidenceFacts[]): string[] {
  const rules = (held: EvidenceFacts) => held.run?.tiers.find(({ name }) => name === 'lint')?.tests ?? []
  const passed = new Set(before.flatMap(rules).flatMap(({ name, status }) => (status === 'pass' ? [name] : [])))
  const hidden = after
    .flatMap(rules)
    .filter(({ name, status }) => passed.has(name) && (status === 'skip' || status === 'unver'))
  return [...new Set(hidden.map(({ name, status }) => `${name} passed before, ${BECAME[status]} at this head`))]
}

function unseenStages(before: EvidenceFacts[], after: EvidenceFacts[]): string[] {
  const seen = new Set(after.flatMap((held) => stages(held).map(({ name }) => `${kindOf(held)}${name}`)))
  const promoted = after.some((held) => kindOf(held) === PROMOTE)
  // Whether it promotes is a requirement of its own; here a promote run is compared where one ran at the head.
  const stage = passing(before).filter((name) => !seen.has(name) && (promoted || !name.startsWith(PROMOTE)))
  const tellsRules = (held: EvidenceFacts) => isNamed(brokenRules(held) ?? [SOME_RULE])
  return before.some(tellsRules) && !after.some(tellsRules) ? [...stage, 'lint'] : stage
}
