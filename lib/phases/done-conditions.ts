import { isClosed, wordFinding } from '#lib/findings/is-closed.ts'
import { standingFixes } from '#lib/fixes/at-head.ts'
import { nameFix } from '#lib/fixes/describe-fix.ts'
import { isMergedEarly } from '#lib/fixes/merged-early.ts'
import type { Answer } from '#lib/gates/answer.ts'
import { type GateDecision, gapsOf } from '#lib/gates/evaluate-gate.ts'
import { type RequirementId, readsFix } from '#lib/gates/requirements.ts'
import type { PhaseFacts } from './phase-facts.ts'

export const doneConditionIds = [
  'all-passed',
  'still-met',
  'no-finding',
  'nothing-owed',
  'no-veto',
  'nothing-merged',
  'no-exception',
] as const
export type DoneConditionId = (typeof doneConditionIds)[number]
export type DoneCondition = { id: DoneConditionId; words: string; answer: Answer }

/** What DONE asks (DESIGN 3), each with its answer as of now; those that are met too. */
export function listDoneConditions(facts: PhaseFacts, gates: GateDecision[]): DoneCondition[] {
  return doneConditionIds.map((id) => {
    const { words, unmet } = CONDITIONS[id]
    const reasons = unmet(facts, gates)
    const answer: Answer =
      reasons.length === 0
        ? { kind: 'passed', because: 'met', evidence: [] }
        : { kind: 'failed', because: reasons.map((reason) => reason.replace(/[.;\s]+$/, '')).join('; '), evidence: [] }
    return { id, words, answer }
  })
}

type Condition = { words: string; unmet: (facts: PhaseFacts, gates: GateDecision[]) => string[] }
const CONDITIONS = {
  'all-passed': { words: 'A fresh PASS on every gate', unmet: notPassed },
  'still-met': { words: 'What the gates ask is still met', unmet: noLongerMet },
  'no-finding': {
    words: 'No open finding',
    unmet: (facts) =>
      facts.findings
        .filter((held) => !isClosed(facts, held))
        .map((held) => wordFinding(held).replace(held.finding, `${held.finding} on ${held.failure}`)),
  },
  'nothing-owed': {
    words: 'Nothing owed that was to come before a gate',
    unmet: ({ obligations }) =>
      obligations.flatMap(({ met, before, text }) =>
        met === null && before !== null ? [`before ${before}: ${text}`] : [],
      ),
  },
  'no-veto': {
    words: 'No veto',
    unmet: ({ vetoes }) => vetoes.map(({ gate, reason }) => `${gate ?? 'the phase'} is vetoed: ${reason}`),
  },
  'nothing-merged': {
    words: 'Nothing merged while the phase runs',
    unmet: (facts) =>
      facts.fixes
        .filter((fix) => isMergedEarly(facts, fix))
        .map((fix) => `${nameFix(fix)} for ${fix.failure} was merged`),
  },
  'no-exception': { words: 'No failure waved through', unmet: exceptions },
} satisfies Record<DoneConditionId, Condition>

function notPassed(_: PhaseFacts, gates: GateDecision[]): string[] {
  if (gates.length === 0) return ['no gate is defined']
  return gates.flatMap(({ gate, standing, failures }) => {
    if (standing === 'passed') return []
    if (standing !== 'stale') return [`${gate.gate} has ${STANDS[standing]}`]
    const old = failures.find(({ ruling }) => ruling.kind === 'stale')
    return [
      `${gate.gate}’s PASS is stale${old ? ` (${old.failure.failure}: ${old.ruling.because})` : ' (its verdict is too old)'}`,
    ]
  })
}

const STANDS = {
  'not-open': 'not been claimed',
  'not-claimed': 'not been claimed',
  claimed: 'no verdict on what is claimed',
  failed: 'a FAIL',
} as const

/** What these answer is a condition of its own. */
const SAID_APART: readonly RequirementId[] = ['fix-attached', 'nothing-owed', 'no-finding']

/** A PASS stands, and since then something says otherwise: a red at the head, a run that contradicts the cause. */
function noLongerMet(_: PhaseFacts, gates: GateDecision[]): string[] {
  return gates
    .filter(({ standing }) => standing === 'passed')
    .flatMap(({ gate, failures }) =>
      failures.flatMap((one) =>
        gapsOf(one)
          .filter(({ id }) => !SAID_APART.includes(id))
          .map(({ words, answer }) => `${gate.gate}, ${one.failure.failure}: ${words} (${answer.because})`),
      ),
    )
}

/** Where a gate asks for fixes every failure has one; and no failure is missing from what was claimed. */
function exceptions(facts: PhaseFacts, gates: GateDecision[]): string[] {
  if (facts.failures.length === 0) return ['no failure is named']
  const fixed = gates.some(({ gate }) => readsFix(gate.requirements))
  return facts.failures.flatMap(({ failure }) => {
    const unclaimed = gates.filter(({ claim }) => claim?.parts.every((part) => part.failure !== failure) === true)
    return [
      ...(fixed && standingFixes(facts, failure).length === 0 ? [`${failure} has no fix`] : []),
      ...unclaimed.map(({ gate }) => `the claim on ${gate.gate} says nothing of ${failure}`),
    ]
  })
}
