import type { GateDecision } from '#lib/gates/evaluate-gate.ts'
import type { PhaseDecision } from '#lib/gates/evaluate-phase.ts'
import type { Turn } from '#lib/gates/whose-turn.ts'
import type { LedgerEvent } from '#lib/ledger/event.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { CopyMark } from './copy-mark.ts'

/** What a copy says of where a gate stands. */
export type GateCopy = {
  decision: Pick<GateDecision, 'standing' | 'verdict' | 'freshUntil'> & {
    gate: { gate: string }
    failures: readonly { failure: { failure: string }; ruling: { kind: string; because: string } }[]
  }
  turn: Pick<Turn, 'role'>
}

/** All that the files of a phase are printed from: the record as it stood at `mark.seq`, judged at `mark.at`. The same copy prints the same text. */
export type PhaseCopy = {
  facts: PhaseFacts
  /** The phase's events up to the mark, oldest first. */
  events: readonly LedgerEvent[]
  /** What people are called, by person id. */
  names: { readonly [person: string]: string }
  gates: readonly GateCopy[]
  done: Pick<PhaseDecision['done'], 'conditions'>
  mark: CopyMark
  /** The address of the phase's page. */
  recordAt: string
}
