import { BEHAVIOUR_WORD, PLACE_WORD } from '#lib/classifications/words.ts'
import { runsAtHead, standingFixes } from '#lib/fixes/at-head.ts'
import { nameFix, shortCommit } from '#lib/fixes/describe-fix.ts'
import { FIX_ROUTE_WORD } from '#lib/fixes/words.ts'
import { readsCause, readsFix } from '#lib/gates/requirements.ts'
import type { EvidenceFacts, GateDefinition, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { inTierOrder } from '#lib/runs/tiers.ts'
import { runConditions } from '#lib/runs/words.ts'
import type { Expected, Statement } from './claim-part.ts'
import { citedEvidence } from './judged.ts'

/**
 * A first wording of the claim on a failure: from its classification and what that cites, or from its fixes and the Builder's runs at their
 * heads, as the gate asks; null while there is nothing to claim. The Builder may reword WHAT and HOW.
 */
export function prefillStatement(facts: PhaseFacts, gate: GateDefinition, failure: string): Statement | null {
  const sides = [
    ...(readsCause(gate.requirements) ? [prefillCause(facts, failure)] : []),
    ...(readsFix(gate.requirements) ? [prefillFix(facts, failure)] : []),
  ]
  const known = sides.filter((side) => side !== null)
  if (known.length < sides.length) return null
  const evidence = known.flatMap((side) => side.evidence)
  return {
    what: known.map((side) => side.what).join(' '),
    how: [...new Set(known.flatMap((side) => side.how))].join('\n'),
    expected: expectAsShown(evidence),
  }
}

type Side = { what: string; how: string[]; evidence: EvidenceFacts[] }

function prefillCause(facts: PhaseFacts, failure: string): Side | null {
  const held = facts.classifications.find((one) => one.failure === failure)
  if (!held) return null
  const evidence = citedEvidence(facts, held).filter((one) => one.leftOut === null)
  return {
    what: `${failure} is ${BEHAVIOUR_WORD[held.behaviour]}; the cause lies in: ${PLACE_WORD[held.place]}. ${held.cause}`,
    how: evidence.map((one) => one.how),
    evidence,
  }
}

function prefillFix(facts: PhaseFacts, failure: string): Side | null {
  const fixes = standingFixes(facts, failure)
  if (fixes.length === 0) return null
  const evidence = fixes.flatMap((fix) => runsAtHead(facts, fix)).filter(({ role }) => role !== 'adversary')
  const mended = fixes.map((fix) => `${nameFix(fix)} at ${shortCommit(fix.head)} (${fix.changes})`).join('; ')
  const routes = fixes.map((fix) => `# ${FIX_ROUTE_WORD[fix.route]}, at ${fix.head}`)
  return {
    what: `${failure} is fixed by ${mended}. Nothing is merged.`,
    how: [...routes, ...evidence.map((one) => one.how)],
    evidence,
  }
}

/** Per condition, what the newest cited run showed: a re-run should show the same. */
export function expectAsShown(evidence: EvidenceFacts[]): Expected[] {
  return runConditions.flatMap((condition) => {
    const shown = evidence.flatMap(({ run }) =>
      run !== null && run.condition === condition && run.tiers.length > 0 ? [run] : [],
    )
    const last = shown.sort((one, other) => (one.endedAt < other.endedAt ? -1 : 1)).at(-1)
    return last ? [{ condition, tiers: inTierOrder(last.tiers).map(({ name, status }) => ({ name, status })) }] : []
  })
}
