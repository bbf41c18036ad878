import { citedEvidence } from '#lib/claims/judged.ts'
import { BEHAVIOUR_WORD, PLACE_WORD } from '#lib/classifications/words.ts'
import type { EvidenceFacts, FailureFacts, GateDefinition, PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { Answer } from './answer.ts'
import { findOwnChecks } from './own-checks.ts'
import type { RequirementId } from './requirements.ts'
import { judgeRuling } from './ruling-standing.ts'

export type RequirementRule = {
  words: string
  answer: (facts: PhaseFacts, gate: GateDefinition, failure: FailureFacts, now: Date) => Answer
}

/** What each requirement asks, in words, and how it is answered. Answers that pass are given too: a gate that opened must show why. */
export const REQUIREMENT_RULES = {
  classified: { words: 'Classified on both axes', answer: classified },
  reproduced: { words: 'Reproduced alone, or shown by reading', answer: reproduced },
  cited: { words: 'The cause rests on cited evidence', answer: cited },
  'fix-attached': { words: 'A fix attached and unmerged', answer: fixAttached },
  'nothing-owed': { words: 'Nothing owed before this gate', answer: nothingOwed },
  'own-check': { words: 'The Adversary’s own check', answer: ownCheck },
  ruled: { words: 'Ruled PASS, fresh', answer: judgeRuling },
} satisfies Record<RequirementId, RequirementRule>

function classified(facts: PhaseFacts, _gate: GateDefinition, { failure }: FailureFacts): Answer {
  const held = facts.classifications.find((one) => one.failure === failure)
  if (!held) return { kind: 'missing', because: 'not classified yet', evidence: [] }
  return {
    kind: 'passed',
    because: `${BEHAVIOUR_WORD[held.behaviour]}, ${PLACE_WORD[held.place]}`,
    evidence: held.cites,
  }
}

/** A run alone that counts; the run that raised the alarm was picked because it was red, so it reproduces nothing (EVIDENCE 0.6). */
function reproduced(facts: PhaseFacts, _gate: GateDefinition, { failure }: FailureFacts): Answer {
  const counted = facts.evidence.filter((held) => held.failure === failure && held.leftOut === null)
  const alone = counted.filter(({ run }) => run !== null && isReproduction(run))
  if (alone.length > 0)
    return { kind: 'passed', because: `${countOf(alone.length, 'run')} alone`, evidence: refs(alone) }
  const read = counted.filter((held) => held.kind !== 'run')
  if (read.length > 0) return { kind: 'passed', because: 'shown by reading or by hand, no run', evidence: refs(read) }
  return { kind: 'missing', because: 'no run alone and no reading yet', evidence: [] }
}

const isReproduction = (run: NonNullable<EvidenceFacts['run']>): boolean =>
  (run.condition === 'alone' || run.condition === 'promote') &&
  !run.raisedAlarm &&
  (run.conclusion === 'green' || run.conclusion === 'red')

function cited(facts: PhaseFacts, _gate: GateDefinition, { failure }: FailureFacts): Answer {
  const held = facts.classifications.find((one) => one.failure === failure)
  if (!held) return { kind: 'missing', because: 'nothing is classified, so nothing is cited', evidence: [] }
  const all = citedEvidence(facts, held)
  const counted = all.filter((one) => one.leftOut === null)
  if (all.length === 0) return { kind: 'missing', because: 'the classification cites no evidence', evidence: [] }
  if (counted.length === 0) return { kind: 'failed', because: 'all cited evidence was left out', evidence: refs(all) }
  return { kind: 'passed', because: countOf(counted.length, 'piece'), evidence: refs(counted) }
}

/** Fixes are not recorded yet: said here, on the gate and in the README, rather than waved through. */
function fixAttached(): Answer {
  return { kind: 'missing', because: 'no fix: this version of Gatehouse cannot record fixes yet', evidence: [] }
}

function nothingOwed(facts: PhaseFacts, { gate }: GateDefinition, { failure }: FailureFacts): Answer {
  const open = facts.obligations.filter(
    (one) => one.met === null && one.before === gate && (one.failure === failure || one.failure === null),
  )
  if (open.length === 0) return { kind: 'passed', because: 'nothing open', evidence: [] }
  return {
    kind: 'incomplete',
    because: `${open.length === 1 ? 'owed' : `${open.length} owed, first`}: ${open[0]?.text ?? ''}`,
    evidence: [],
  }
}

function ownCheck(facts: PhaseFacts, { gate }: GateDefinition, { failure }: FailureFacts): Answer {
  const { checks, wants, early } = findOwnChecks(facts, gate, failure)
  if (checks.length > 0 && early)
    return { kind: 'weak', because: 'attached since the claim, but seen before it', evidence: refs(checks) }
  if (checks.length > 0)
    return { kind: 'passed', because: `${countOf(checks.length, 'check')} since the claim`, evidence: refs(checks) }
  return { kind: 'missing', because: wants, evidence: [] }
}

const refs = (evidence: EvidenceFacts[]) => evidence.map((held) => held.ref)
const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
