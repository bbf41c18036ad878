import { USUAL_REQUIREMENTS } from '#lib/gates/requirements.ts'
import type { GateDefinition, PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { Db } from '../db.ts'
import { addFailure } from '../failures/add-failure.ts'
import { defineGate } from '../gates/define-gate.ts'
import { findPhaseFacts } from '../phases/find-phase-facts.ts'
import { openPhase } from '../phases/open-phase.ts'
import { aLedger } from './databases.ts'
import { must } from './must.ts'
import { asOperator } from './people.ts'

export const FAILURES = ['mumble', 'gitea'] as const
export type FailureName = (typeof FAILURES)[number]

/** The phase redfix, opened by Olga: mumble and gitea are red, M1 asks for causes, M2 for fixes. Answers its id. */
export function aPhase(db: Db, phase = 'redfix'): string {
  const mission = 'Find out why they are red, and fix them.'
  const opened = { phase, title: 'Two red recipes', mission, planPath: null, doneRule: null, lifetimeHours: 24 }
  must(openPhase(db, asOperator(opened)))
  for (const failure of FAILURES)
    must(addFailure(db, asOperator({ phase, failure, recipe: failure, version: null, image: null, sweptAs: null })))
  const cause = [...USUAL_REQUIREMENTS.cause]
  const fix = [...USUAL_REQUIREMENTS.fix]
  must(
    defineGate(
      db,
      asOperator({ phase, gate: 'M1', criteria: 'Each is classified and shown.', requirements: cause, anew: false }),
    ),
  )
  must(
    defineGate(
      db,
      asOperator({ phase, gate: 'M2', criteria: 'Each is fixed and green.', requirements: fix, anew: false }),
    ),
  )
  return phase
}

/** A ledger with the phase redfix in it. */
export function aPhaseAlone(): Db {
  const db = aLedger()
  aPhase(db)
  return db
}

/** The facts of a phase that is there, frozen: they are shared, so a rule that changes them has to fail. */
export function factsOf(db: Db, phase = 'redfix'): PhaseFacts {
  const facts = findPhaseFacts(db, phase)
  if (!facts) throw new Error(`There is no phase ${phase}.`)
  freeze(facts)
  return facts
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  for (const part of Object.values(Object.freeze(value))) freeze(part)
}

export function gateOf(db: Db, gate = 'M1', phase = 'redfix'): GateDefinition {
  const found = factsOf(db, phase).gates.find((held) => held.gate === gate)
  if (!found) throw new Error(`There is no gate ${gate}.`)
  return found
}
