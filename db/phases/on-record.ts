import type { FailureFacts, GateDefinition, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { because, ok, type Refusal, type Result, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { findPhaseFacts } from './find-phase-facts.ts'

/** The phase with its facts, or the sentence that it does not exist. */
export function phaseOr(db: Db, phase: string): Result<PhaseFacts> {
  const facts = findPhaseFacts(db, phase)
  return facts ? ok(facts) : refuse(because('no_such_phase', `There is no phase called ${phase}.`))
}

export function failureIn(facts: PhaseFacts, failure: string): Result<FailureFacts> {
  const found = facts.failures.find((held) => held.failure === failure)
  return found
    ? ok(found)
    : refuse(because('no_such_failure', `The phase ${facts.phase} has no failure called ${failure}.`))
}

export function gateIn(facts: PhaseFacts, gate: string): Result<GateDefinition> {
  const found = facts.gates.find((held) => held.gate === gate)
  return found ? ok(found) : refuse(because('no_such_gate', `The phase ${facts.phase} has no gate called ${gate}.`))
}

/** Null: all of the cited evidence is on record in this phase, for this failure. */
export function whyCannotCite(facts: PhaseFacts, failure: string, cites: readonly string[]): Refusal | null {
  for (const ref of cites) {
    const held = facts.evidence.find((one) => one.ref === ref)
    if (!held) return because('no_such_evidence', `${ref} is not on record in this phase.`, 'cites')
    if (held.failure !== failure)
      return because('other_evidence', `${ref} was recorded for ${held.failure}, not for ${failure}.`, 'cites')
  }
  return null
}
