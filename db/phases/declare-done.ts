import { evaluatePhase } from '#lib/gates/evaluate-phase.ts'
import type { Command } from '#lib/ledger/command.ts'
import type { DeclareDoneInput } from '#lib/phases/inputs.ts'
import { whyCannotDeclareDone } from '#lib/phases/why-cannot-declare-done.ts'
import { ok, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { phaseOr } from './on-record.ts'

/** The Builder declares DONE, the rule decides; it names the PASS that each gate had at that moment. */
export const declareDone = (db: Db, command: Command<DeclareDoneInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'phase.declare-done' }, (actor) => {
    const { phase, words } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const decision = evaluatePhase(facts.value, command.at)
    const refusal = whyCannotDeclareDone(decision, actor)
    if (refusal) return refuse(refusal)
    const gates = decision.gates.flatMap(({ decision: { gate, verdict } }) =>
      verdict ? [{ gate: gate.gate, revision: verdict.revision, verdict: verdict.seq }] : [],
    )
    return ok([{ kind: 'phase.done', phase, failure: null, subject: phase, statedAt: null, payload: { words, gates } }])
  })
