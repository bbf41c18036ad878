import { standingFixes, testsCommit } from '#lib/fixes/at-head.ts'
import { shortCommit } from '#lib/fixes/describe-fix.ts'
import { readsCause, readsFix } from '#lib/gates/requirements.ts'
import { canonicalJson } from '#lib/ledger/canonical-json.ts'
import type {
  ClassificationFacts,
  EvidenceFacts,
  FixFacts,
  GateDefinition,
  PhaseFacts,
} from '#lib/phases/phase-facts.ts'
import type { Judged, JudgedFix, Statement } from './claim-part.ts'

/**
 * What a ruling would judge if the claim were filed with the record as it stands: only what the gate's requirements read. Null while that
 * is not on record (not classified, no fix).
 */
export function describeJudged(
  facts: PhaseFacts,
  gate: GateDefinition,
  failure: string,
  statement: Statement,
): Judged | null {
  const held = facts.classifications.find((one) => one.failure === failure)
  const fixes = readsFix(gate.requirements) ? standingFixes(facts, failure) : []
  if (readsCause(gate.requirements) && !held) return null
  if (readsFix(gate.requirements) && fixes.length === 0) return null
  const classification = readsCause(gate.requirements) && held ? held : null
  const evidence = [
    ...(classification ? citedEvidence(facts, classification) : []),
    ...fixes.flatMap((fix) => builtRuns(facts, fix)),
  ]
  return {
    criteria: gate.criteria,
    requirements: gate.requirements,
    plan: { path: facts.planPath, sha256: facts.plan?.sha256 ?? null },
    statement,
    classification: classification && pickClassification(classification),
    fixes: fixes.map(pickFix),
    evidence: evidence.map(({ ref, seq, leftOut }) => ({ ref, seq, leftOut: leftOut !== null })),
  }
}

const pickClassification = ({ behaviour, place, cause, plainWords, cites }: ClassificationFacts) => ({
  behaviour,
  place,
  cause,
  plainWords,
  cites,
})
const pickFix = ({ fix, kind, repository, pullRequest, head, route, promotion }: FixFacts): JudgedFix => ({
  fix,
  kind,
  repository,
  pullRequest,
  head,
  route,
  promotion,
})

/** What the Builder shows for a fix: their side's runs at its head. The Adversary's are checks of it, and no part of what is claimed. */
export const builtRuns = (facts: PhaseFacts, fix: FixFacts): EvidenceFacts[] =>
  facts.evidence.filter(
    ({ failure, run, role }) =>
      failure === fix.failure && run !== null && role !== 'adversary' && testsCommit(run, fix),
  )

/** The evidence a classification cites, in the order it cites it. */
export function citedEvidence(facts: PhaseFacts, classification: ClassificationFacts) {
  return classification.cites.flatMap((ref) => facts.evidence.filter((held) => held.ref === ref))
}

/** In words, what differs between what was judged and what is on record now; empty: nothing. */
export function whatChanged(before: Judged, now: Judged | null): string[] {
  // A classification stays on record; a fix may be closed, and a gate may come to ask for what nobody has said.
  if (now === null) return [before.fixes.length > 0 ? 'the fix is gone' : 'the gate asks for what is not on record']
  const changed = [
    // Where the gate no longer reads it, its requirements changed, and that is said.
    [
      'the classification changed',
      before.classification,
      now.classification && before.classification ? now.classification : before.classification,
    ],
    ['the claim’s own text changed', before.statement, now.statement],
    ['the gate’s criteria changed', before.criteria, now.criteria],
    ['the gate’s requirements changed', before.requirements, now.requirements],
    ['the plan changed', before.plan, now.plan],
  ] as const
  const words = changed.flatMap(([sentence, one, other]) =>
    canonicalJson(one) === canonicalJson(other) ? [] : [sentence],
  )
  return [...words, ...fixesSince(before, now), ...leftOutSince(before, now)]
}

function fixesSince(before: Judged, now: Judged): string[] {
  const one = new Map(before.fixes.map((fix) => [fix.fix, fix]))
  const moved = now.fixes.flatMap((fix) => {
    const was = one.get(fix.fix)
    if (!was) return ['a fix was added']
    if (was.head !== fix.head) return [`the fix moved from ${shortCommit(was.head)} to ${shortCommit(fix.head)}`]
    return canonicalJson(was) === canonicalJson(fix) ? [] : ['the fix changed']
  })
  const gone = before.fixes.some(({ fix }) => now.fixes.every((other) => other.fix !== fix))
  return gone ? [...moved, 'a fix was closed'] : moved
}

function leftOutSince(before: Judged, now: Judged): string[] {
  const counted = before.evidence.filter((held) => !held.leftOut).map((held) => held.ref)
  return now.evidence
    .filter((held) => held.leftOut && counted.includes(held.ref))
    .map((held) => `${held.ref} was left out`)
}
