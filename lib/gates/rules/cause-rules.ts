import { citedEvidence } from '#lib/claims/judged.ts'
import { BEHAVIOUR_WORD, PLACE_WORD } from '#lib/classifications/words.ts'
import { weighEvidence } from '#lib/evidence/weigh-evidence.ts'
import type { Weight } from '#lib/evidence/weight.ts'
import { withoutRunsOfFixes } from '#lib/fixes/at-head.ts'
import type { EvidenceFacts } from '#lib/phases/phase-facts.ts'
import type { Answer } from '../answer.ts'
import { countOf, type Rule, refs } from './rule.ts'

export const classified: Rule = (facts, _gate, { failure }) => {
  const held = facts.classifications.find((one) => one.failure === failure)
  if (!held) return { kind: 'missing', because: 'not classified yet', evidence: [] }
  return {
    kind: 'passed',
    because: `${BEHAVIOUR_WORD[held.behaviour]}, ${PLACE_WORD[held.place]}`,
    evidence: held.cites,
  }
}

/** A run alone that counts; the run that raised the alarm was picked because it was red, so it reproduces nothing (EVIDENCE 0.6). */
export const reproduced: Rule = (facts, _gate, { failure }) => {
  const counted = withoutRunsOfFixes(facts).filter((held) => held.failure === failure && held.leftOut === null)
  const alone = counted.filter(({ run }) => run !== null && isAlone(run) && !run.raisedAlarm)
  const shown = alone.filter(({ run }) => run?.conclusion === 'green' || run?.conclusion === 'red')
  if (shown.length > 0)
    return { kind: 'passed', because: `${countOf(shown.length, 'run')} alone`, evidence: refs(shown) }
  const read = counted.filter((held) => held.kind !== 'run')
  if (read.length > 0) return { kind: 'passed', because: 'shown by reading or by hand, no run', evidence: refs(read) }
  if (alone.length > 0)
    return { kind: 'errored', because: 'run alone, but no run ended with a result', evidence: refs(alone) }
  return { kind: 'missing', because: 'no run alone and no reading yet', evidence: [] }
}

const isAlone = (run: NonNullable<EvidenceFacts['run']>): boolean =>
  run.condition === 'alone' || run.condition === 'promote'

export const cited: Rule = (facts, _gate, { failure }) => {
  const held = facts.classifications.find((one) => one.failure === failure)
  if (!held) return { kind: 'missing', because: 'nothing is classified, so nothing is cited', evidence: [] }
  const all = citedEvidence(facts, held)
  const counted = all.filter((one) => one.leftOut === null)
  if (all.length === 0) return { kind: 'missing', because: 'the classification cites no evidence', evidence: [] }
  if (counted.length === 0) return { kind: 'failed', because: 'all cited evidence was left out', evidence: refs(all) }
  return { kind: 'passed', because: countOf(counted.length, 'piece'), evidence: refs(counted) }
}

const ANSWER_OF = {
  enough: 'passed',
  weak: 'weak',
  'too-little': 'incomplete',
  contradicted: 'failed',
} as const satisfies Record<Weight['kind'], Answer['kind']>

/**
 * Do the runs carry the claim? Asked through one function, whatever it weighs by (EVIDENCE 5.2). What ran with a fix says nothing of the
 * cause: else every fix that works would contradict "always red".
 */
export const carried: Rule = (facts, _gate, { failure }) => {
  const held = facts.classifications.find((one) => one.failure === failure)
  if (!held) return { kind: 'missing', because: 'nothing is classified, so there is nothing to carry', evidence: [] }
  const { kind, because, evidence } = weighEvidence(held, withoutRunsOfFixes(facts))
  return { kind: ANSWER_OF[kind], because, evidence }
}
