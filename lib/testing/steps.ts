import { describeJudged } from '#lib/claims/judged.ts'
import { canonicalJson } from '#lib/ledger/canonical-json.ts'
import type { Role } from '#lib/people/roles.ts'
import type { ClassificationFacts, EvidenceFacts, Mark, PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import type { RulingResult } from '#lib/verdicts/inputs.ts'
import { aRun } from './a-run.ts'
import { moment, START, type Step } from './record-of.ts'
import { reopened } from './reopened.ts'

export type By = { person?: string; role?: Role; at?: string }
export const theBuilder = { person: 'bob', role: 'builder' } as const satisfies By
export const theAdversary = { person: 'ada', role: 'adversary' } as const satisfies By
export const anotherAdversary = { person: 'alan', role: 'adversary' } as const satisfies By
export const theOperator = { person: 'olga', role: 'operator' } as const satisfies By

const MINUTE_MS = 60_000
/** One minute an event, from 00:00Z on, unless `at` says otherwise. */
export const mark = (facts: PhaseFacts, { person = 'bob', role = 'builder', at }: By): Mark => {
  const recorded = at === undefined ? new Date(Date.parse(START) + facts.seq * MINUTE_MS) : moment(at)
  return { seq: facts.seq, person, role, at: recorded.toISOString(), statedAt: null }
}

const evidence = (
  by: By,
  make: (facts: PhaseFacts) => Omit<EvidenceFacts, keyof Mark | 'leftOut' | 'leftOutAt'>,
): Step => {
  return (facts) => ({
    ...facts,
    evidence: [...facts.evidence, { ...mark(facts, by), ...make(facts), leftOut: null, leftOutAt: null }],
  })
}
const nextOf = ({ evidence: held }: PhaseFacts, kind: EvidenceFacts['kind']) =>
  held.filter((one) => one.kind === kind).length + 1

/** `#1`, `#2`, … in the order of the steps. */
export const run = (failure: string, different: Partial<AttachedRun> = {}, by: By = theBuilder): Step =>
  evidence(by, (facts) => {
    const number = nextOf(facts, 'run')
    // It ended when it was attached, unless told otherwise.
    const shown = aRun({ number, endedAt: mark(facts, by).at, ...different })
    return { ref: `#${number}`, kind: 'run', failure, run: shown, summary: 'a run', how: `run ${failure}` }
  })
/** `obs-1`, `obs-2`, … */
export const observation = (failure: string, by: By = theBuilder): Step =>
  evidence(by, (facts) => ({
    ...{ ref: `obs-${nextOf(facts, 'observation')}`, kind: 'observation', failure, run: null },
    ...{ summary: 'an observation', how: 'getent hosts app' },
  }))
/** `code-1`, `code-2`, … */
export const reading = (failure: string, by: By = theBuilder): Step =>
  evidence(by, (facts) => ({
    ...{ ref: `code-${nextOf(facts, 'code')}`, kind: 'code', failure, run: null },
    ...{ summary: 'lines', how: 'git show' },
  }))
export const leftOut =
  (ref: string): Step =>
  (facts) => ({
    ...facts,
    evidence: facts.evidence.map((held) =>
      held.ref === ref ? { ...held, leftOut: 'two deploys at once', leftOutAt: mark(facts, {}).at } : held,
    ),
  })

const CAUSE = 'The handshake gives up after one second.'
export const classified =
  (failure: string, said: Partial<ClassificationFacts> = {}): Step =>
  (facts) => {
    const classification: ClassificationFacts = {
      ...mark(facts, theBuilder),
      ...{ failure, behaviour: 'flaky-load', place: 'recipe', cause: CAUSE, plainWords: 'Too slow.', cites: [] },
      ...said,
    }
    return {
      ...facts,
      classifications: [...facts.classifications.filter((one) => one.failure !== failure), classification],
    }
  }

/** Claims every failure of which something would be judged, as the record stands. `texts`: WHAT, by failure. The digest is the judged text itself. */
export const claimed =
  (gate = 'M1', texts: { [failure: string]: string } = {}, by: By = theBuilder): Step =>
  (facts) => {
    const definition = facts.gates.find((held) => held.gate === gate)
    const parts = facts.failures.flatMap(({ failure }) => {
      const statement = { what: texts[failure] ?? 'As classified.', how: 'run it', expected: [] }
      const judged = definition ? describeJudged(facts, definition, failure, statement) : null
      return judged ? [{ failure, judged, digest: canonicalJson({ failure, judged }) }] : []
    })
    const before = facts.claims.find((held) => held.gate === gate)
    const claim = {
      ...mark(facts, by),
      ...{ gate, parts, answers: [], withdrawn: null, withdrawnAt: null, revision: (before?.revision ?? 0) + 1 },
      ...{ digest: canonicalJson(parts.map(({ digest }) => digest)), firstClaimed: before?.firstClaimed ?? facts.seq },
      firstClaimedAt: before?.firstClaimedAt ?? mark(facts, by).at,
    }
    return { ...facts, claims: [...facts.claims.filter((held) => held.gate !== gate), claim] }
  }
export const withdrawn =
  (gate = 'M1', by: By = theBuilder): Step =>
  (facts) => ({
    ...facts,
    claims: facts.claims.map((held) =>
      held.gate === gate ? { ...held, withdrawn: 'Claimed too early.', withdrawnAt: mark(facts, by).at } : held,
    ),
  })

/** On the part as it is claimed at that moment. */
export const ruled =
  (failure: string, result: RulingResult = 'pass', by: By = {}, gate = 'M1'): Step =>
  (facts) => {
    const claim = facts.claims.find((held) => held.gate === gate)
    const digest = claim?.parts.find((part) => part.failure === failure)?.digest ?? ''
    const ruling = {
      ...mark(facts, { ...theAdversary, ...by }),
      ...{ gate, failure, revision: claim?.revision ?? 0, digest, result, reason: `Seen: ${result}.`, cites: [] },
    }
    const others = facts.rulings.filter((held) => held.gate !== gate || held.failure !== failure)
    const after = { ...facts, rulings: [...others, ruling] }
    return result === 'fail' ? reopened(after, ruling, `${failure} was ruled FAIL on ${gate}`) : after
  }
export const verdict =
  (result: RulingResult = 'pass', by: By = {}, gate = 'M1'): Step =>
  (facts) => {
    const claim = facts.claims.find((held) => held.gate === gate)
    const given = {
      ...mark(facts, { ...theAdversary, ...by }),
      ...{ gate, revision: claim?.revision ?? 0, digest: claim?.digest ?? '', result, reason: `All: ${result}.` },
    }
    const after = { ...facts, verdicts: [...facts.verdicts.filter((held) => held.gate !== gate), given] }
    return result === 'fail' ? reopened(after, given, `${gate} got a FAIL`) : after
  }
