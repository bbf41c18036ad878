import type { Role } from '#lib/people/roles.ts'
import { type DoneCondition, type DoneConditionId, listDoneConditions } from '#lib/phases/done-conditions.ts'
import type { DoneFacts, PhaseFacts } from '#lib/phases/phase-facts.ts'
import { satisfies } from './answer.ts'
import { evaluateGate, type GateDecision } from './evaluate-gate.ts'
import { type Turn, whoseTurn } from './whose-turn.ts'

/** `standing`: DONE as declared, while nothing has opened the phase again; `reopened`: the last DONE that something did. */
export type DoneDecision = {
  conditions: DoneCondition[]
  possible: boolean
  standing: DoneFacts | null
  reopened: DoneFacts | null
}
export type PhaseDecision = {
  gates: { decision: GateDecision; turn: Turn }[]
  /** The turn that everybody waits for: of the first gate that somebody has to act on, or DONE. */
  turn: Turn | null
  done: DoneDecision
}

/** DONE is computed from verdicts and never read from text; declared, it stays a fact of its moment. */
export function evaluatePhase(facts: PhaseFacts, now: Date): PhaseDecision {
  const gates = facts.gates.map((gate) => {
    const decision = evaluateGate(facts, gate, now)
    return { decision, turn: whoseTurn(facts, decision) }
  })
  const conditions = listDoneConditions(
    facts,
    gates.map(({ decision }) => decision),
  )
  const last = facts.dones.at(-1) ?? null
  const done = {
    conditions,
    possible: conditions.every(({ answer }) => satisfies(answer)),
    standing: last?.reopened === null ? last : null,
    reopened: last !== null && last.reopened !== null ? last : null,
  }
  return { gates, turn: phaseTurn(gates, done, facts), done }
}

function phaseTurn(gates: PhaseDecision['gates'], done: DoneDecision, facts: PhaseFacts): Turn | null {
  if (done.standing !== null) return null
  const gate = gates.find(({ turn }) => turn.role !== null)?.turn
  if (gate) return gate
  if (gates.length === 0) return null
  const since =
    facts.verdicts
      .map(({ at }) => at)
      .sort()
      .at(-1) ?? facts.opened.at
  const [open] = done.conditions.filter(({ answer }) => !satisfies(answer))
  if (!open) return { role: 'builder', since, what: 'to declare DONE' }
  return { role: whoAnswers(open.id, facts), since, what: `to answer before DONE: ${open.answer.because}` }
}

/** Who can act on a condition of DONE that is not met: an addressed finding waits for the Adversary, a merged fix for the Operator. */
function whoAnswers(id: DoneConditionId, { findings, obligations }: PhaseFacts): Role {
  const open = findings.filter(({ standing }) => standing !== 'closed')
  if (id === 'no-finding' && open.every(({ standing }) => standing === 'addressed')) return 'adversary'
  if (id === 'nothing-merged') return 'operator'
  if (id === 'nothing-owed')
    return obligations.find(({ met, before }) => met === null && before !== null)?.by ?? 'builder'
  return 'builder'
}
