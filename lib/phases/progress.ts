import { evaluateGate, type GateDecision } from '#lib/gates/evaluate-gate.ts'
import { findOwnChecks } from '#lib/gates/own-checks.ts'
import { readsCause } from '#lib/gates/requirements.ts'
import type { FailureFacts, PhaseFacts } from './phase-facts.ts'
import { type FixProgress, readFixProgress, wordFixes } from './progress-fixes.ts'
import type { ProgressState, Tally } from './progress-known.ts'
import { describeSteps, type ProgressStep } from './progress-steps.ts'
import { composeLede, composeTitle, explainHold } from './progress-words.ts'

/** How an outsider reads the state of one failure. `checking` and `next` only while its claim is being judged. */
export type RowStanding = 'confirmed' | 'checking' | 'next' | 'waiting' | 'refused' | 'stale'
/** `words`: the classification's line in plain words; null while nobody has explained the failure. */
/** `fix`: what there is to say of its fix, once there is one. */
export type ProgressRow = {
  failure: string
  words: string | null
  standing: RowStanding
  fix: 'proposed' | 'confirmed' | null
}

export type Progress = {
  title: string
  lede: string
  /** Why everything stands still; null when nothing holds it. */
  hold: string | null
  steps: ProgressStep[]
  rows: ProgressRow[]
  fixes: string
}

/**
 * The phase in plain words, for somebody who has read nothing. A failure is confirmed when its explanation is ruled PASS and fresh on every
 * gate about causes, its fix when it is on every gate about fixes.
 */
export function describeProgress(facts: PhaseFacts, now: Date): Progress {
  const gates = facts.gates
    .filter(({ requirements }) => readsCause(requirements))
    .map((gate) => evaluateGate(facts, gate, now))
  const focus = gates.find(({ standing }) => standing !== 'passed') ?? gates.at(-1) ?? null
  const hold = explainHold(facts, now)
  const fixing = readFixProgress(facts, now)
  const rows = describeRows(facts, gates, fixing, hold !== null)
  const tally = count(facts, rows)
  const state = stateOf(focus, tally)
  const known = { facts, state, tally, focus, gates, fixing, now }
  return {
    title: composeTitle(known, hold !== null),
    lede: composeLede(known),
    hold,
    steps: describeSteps(known),
    rows,
    fixes: fixing.gates.length === 0 && fixing.fixed.length === 0 ? '' : wordFixes(facts, fixing, now),
  }
}

function stateOf(focus: GateDecision | null, { all, refused, stale, open }: Tally): ProgressState {
  if (all === 0) return 'nothing-named'
  if (focus === null) return 'nobody-checks'
  if (focus.claim === null) return 'explaining'
  if (focus.standing === 'passed') return 'confirmed'
  return refused + stale + open > 0 ? 'checking' : 'conclusion-due'
}

function describeRows(facts: PhaseFacts, gates: GateDecision[], fixing: FixProgress, held: boolean): ProgressRow[] {
  let nextIsTaken = held
  return facts.failures.map((failure) => {
    const words = facts.classifications.find((one) => one.failure === failure.failure)?.plainWords ?? null
    const standing = standingOf(facts, gates, failure, held)
    const fix = fixOf(fixing, failure)
    if (standing !== 'next') return { failure: failure.failure, words, standing, fix }
    const first = !nextIsTaken
    nextIsTaken = true
    return { failure: failure.failure, words, standing: first ? 'next' : 'waiting', fix }
  })
}

function fixOf({ fixed, confirmed }: FixProgress, { failure }: FailureFacts): ProgressRow['fix'] {
  if (confirmed.includes(failure)) return 'confirmed'
  return fixed.includes(failure) ? 'proposed' : null
}

/** `next` stands for any that could be judged and was not begun: only the first of them is shown so. */
function standingOf(facts: PhaseFacts, gates: GateDecision[], { failure }: FailureFacts, held: boolean): RowStanding {
  for (const { gate, standing, claim, failures } of gates) {
    const ruling = failures.find((one) => one.failure.failure === failure)?.ruling.kind ?? 'missing'
    if (ruling === 'passed' || ruling === 'weak') continue
    if (ruling === 'failed') return 'refused'
    if (ruling === 'stale') return 'stale'
    const claimed = standing === 'claimed' && claim?.parts.some((part) => part.failure === failure)
    if (!claimed || held) return 'waiting'
    return findOwnChecks(facts, gate.gate, failure).checks.length > 0 ? 'checking' : 'next'
  }
  return gates.length > 0 ? 'confirmed' : 'waiting'
}

function count({ failures }: PhaseFacts, rows: ProgressRow[]): Tally {
  const having = (standing: RowStanding) => rows.filter((row) => row.standing === standing).length
  return {
    all: rows.length,
    recipes: new Set(failures.map(({ recipe }) => recipe)).size,
    explained: rows.filter(({ words }) => words !== null).length,
    confirmed: having('confirmed'),
    refused: having('refused'),
    stale: having('stale'),
    open: having('checking') + having('next') + having('waiting'),
  }
}
