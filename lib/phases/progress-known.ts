import type { GateDecision } from '#lib/gates/evaluate-gate.ts'
import type { PhaseFacts } from './phase-facts.ts'
import type { FixProgress } from './progress-fixes.ts'

/** Where the phase as a whole stands; a hold (veto) is told apart. */
export type ProgressState =
  | 'nothing-named'
  | 'nobody-checks'
  | 'explaining'
  | 'checking'
  | 'conclusion-due'
  | 'confirmed'

/** Failures by what counts of them now; `open`: handed over or not, not ruled on. */
export type Tally = {
  all: number
  recipes: number
  explained: number
  confirmed: number
  refused: number
  stale: number
  open: number
}

/** What the words of a phase's progress are made of. */
export type Known = {
  facts: PhaseFacts
  state: ProgressState
  tally: Tally
  /** The gate about causes that is being worked on: the first that has not passed, else the last. */
  focus: GateDecision | null
  gates: GateDecision[]
  fixing: FixProgress
  now: Date
}
