import { begunSeq } from '#lib/evidence/begun-seq.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import type { FindingFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { because, type Refusal } from '#lib/result.ts'
import { isClosed } from './is-closed.ts'

/**
 * Null: this person may close it. Only the Adversary who opened a finding closes it, with evidence of their own from after it; where that
 * person judges here no more (`openerJudges` false), another Adversary does.
 */
export function whyCannotClose(
  facts: PhaseFacts,
  finding: FindingFacts,
  actor: Actor,
  openerJudges: boolean,
): Refusal | null {
  if (!can(actor, 'finding.close')) return because('not_permitted', explainPermission(actor, 'finding.close'))
  if (finding.person !== actor.person && openerJudges)
    return because(
      'not_your_finding',
      `${finding.person} opened ${finding.finding} and closes it; another Adversary does only when ${finding.person} judges here no more.`,
    )
  if (isClosed(facts, finding))
    return because('closed_already', `${finding.finding} is closed already (event ${finding.moved.seq}).`)
  return null
}

/** Null: the evidence closes it: at least one piece of the closing person's own, recorded (a run of ours: begun) after the finding was opened. */
export function whyNotClosedByThis(
  facts: PhaseFacts,
  finding: FindingFacts,
  actor: Actor,
  cites: readonly string[],
): Refusal | null {
  const own = facts.evidence.filter(
    (held) =>
      cites.includes(held.ref) &&
      held.person === actor.person &&
      begunSeq(held) > finding.openSince &&
      held.leftOut === null,
  )
  if (own.length > 0) return null
  return because(
    'no_own_evidence',
    `${finding.finding} is closed with evidence: cite a run, an observation or a reading of your own from after it was opened.`,
    'cites',
  )
}
