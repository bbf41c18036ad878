import type { EvidenceRef } from '#lib/evidence/evidence-ref.ts'
import { standingFixes, testsCommit } from '#lib/fixes/at-head.ts'
import { shortCommit } from '#lib/fixes/describe-fix.ts'
import type { FixKind, FixRoute } from '#lib/fixes/words.ts'
import { readsCause, readsFix } from '#lib/gates/requirements.ts'
import type { GateDefinition, PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import type { RunProfile } from './words.ts'

/**
 * A run to ask for. `commit`: of the recipe, 7 to 40 hex digits, or null for what `main` is when it is asked for; `harness` likewise, null for
 * the host's own. `because`: why this commit, as half a sentence.
 */
export type UsualRun = {
  profile: RunProfile
  commit: string | null
  harness: string | null
  pullRequest: number | null
  because: string
}

type Fix = { kind: FixKind; route: FixRoute; head: string; pullRequest: number | null }

/** What *Run cold* asks for by one press: alone, at the commit that is claimed, else that is cited, else main; of a fix, at its head. */
export function usualRun(facts: PhaseFacts, failure: string, gate: GateDefinition | null): UsualRun {
  const part = partOf(facts, failure, gate)
  const judgesFixes = gate !== null && readsFix(gate.requirements) && !readsCause(gate.requirements)
  const fix = judgesFixes ? (part?.judged.fixes[0] ?? standingFixes(facts, failure)[0]) : undefined
  return fix ? runOfFix(fix) : { ...runOfCause(facts, failure, gate), profile: 'alone' }
}

/** A run by which a fix is checked, by its own route. */
export function runOfFix({ kind, route, head, pullRequest }: Fix): UsualRun {
  const ofHarness = kind === 'harness-change'
  return {
    profile: route === 'load' ? 'load' : 'alone',
    commit: ofHarness ? null : head,
    harness: ofHarness ? head : null,
    pullRequest: ofHarness ? null : pullRequest,
    because: `the fix at ${shortCommit(head)}`,
  }
}

/** A run like the one that the claim, or else the classification, rests on. */
export function runOfCause(facts: PhaseFacts, failure: string, gate: GateDefinition | null): UsualRun {
  const cited = citedRuns(facts, failure, gate)
  const known = cited.findLast(({ recipeCheckout: { commit } }) => commit !== null)
  const commit = known?.recipeCheckout.commit ?? null
  return {
    ...{ profile: profileLike(cited), commit, harness: null, pullRequest: null },
    because: known === undefined ? 'main' : `the commit of #${known.number}`,
  }
}

/** The runs that the claim on this gate rests on; where nobody claimed it, those that the classification rests on. */
export function citedRuns(facts: PhaseFacts, failure: string, gate: GateDefinition | null): AttachedRun[] {
  const part = partOf(facts, failure, gate)
  const cites: EvidenceRef[] =
    part?.judged.evidence.map(({ ref }) => ref) ??
    facts.classifications.find((held) => held.failure === failure)?.cites ??
    []
  const fixes = part?.judged.fixes ?? []
  return facts.evidence.flatMap(({ ref, run }) =>
    run !== null && cites.includes(ref) && !fixes.some((fix) => testsCommit(run, fix)) ? [run] : [],
  )
}

function partOf(facts: PhaseFacts, failure: string, gate: GateDefinition | null) {
  const claim = facts.claims.find((held) => held.gate === gate?.gate && held.withdrawn === null)
  return claim?.parts.find((held) => held.failure === failure)
}

/** The condition that shows most by itself, of those that are claimed. */
function profileLike(runs: readonly AttachedRun[]): RunProfile {
  const conditions = runs.map(({ condition }) => condition)
  if (conditions.includes('alone') || conditions.includes('sweep')) return 'alone'
  if (conditions.includes('load')) return 'load'
  return conditions.includes('promote') ? 'promote' : 'alone'
}
