import type { RequirementId } from '#lib/gates/requirements.ts'
import type { Role } from '#lib/people/roles.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { Step } from './record-of.ts'
import { reopened } from './reopened.ts'
import { type By, mark, theAdversary, theBuilder, theOperator } from './steps.ts'

/** `before`: the gate it must be met before; null: no gate. `failure` null: the whole phase. */
export const owed =
  (failure: string | null, before: string | null, text = 'two more reds under load', by: Role = 'builder'): Step =>
  (facts) => ({
    ...facts,
    obligations: [
      ...facts.obligations,
      {
        ...mark(facts, theAdversary),
        ...{ obligation: facts.obligations.length + 1, failure, by, text, before, met: null, undone: null },
      },
    ],
  })
/** Neither PASS nor FAIL: what the Builder owes before the gate. */
export const askedForMore = (failure: string, gate = 'M1', text?: string): Step => owed(failure, gate, text)
export const met =
  (obligation: number): Step =>
  (facts) => ({
    ...facts,
    obligations: facts.obligations.map((held) =>
      held.obligation === obligation ? { ...held, met: { how: 'Done.', evidence: null, seq: facts.seq } } : held,
    ),
  })

/** `gate` null: the whole phase. */
export const vetoed =
  (gate: string | null, by: By = theAdversary): Step =>
  (facts) => {
    const veto = { ...mark(facts, by), veto: facts.vetoes.length + 1, gate, reason: 'Somebody merged.' }
    return reopened({ ...facts, vetoes: [...facts.vetoes, veto] }, veto, `${gate ?? 'the phase'} was vetoed`)
  }
export const vetoLifted =
  (veto: number): Step =>
  (facts) => ({ ...facts, vetoes: facts.vetoes.filter((held) => held.veto !== veto) })

/** `requirements` not given: it asks the same as before, in other words. */
export const gateRedefined =
  (gate: string, criteria: string, requirements?: RequirementId[]): Step =>
  (facts) => ({
    ...facts,
    gates: facts.gates.map((held) =>
      held.gate === gate
        ? { ...held, criteria, requirements: requirements ?? held.requirements, definedAt: mark(facts, {}).at }
        : held,
    ),
  })
export const failureAdded =
  (failure: string): Step =>
  (facts) => ({
    ...facts,
    failures: [
      ...facts.failures,
      { failure, recipe: failure, version: null, image: null, sweptAs: null, position: facts.failures.length + 1 },
    ],
  })
/** The plan's text; another `sha256` is another text. */
export const planRecorded =
  (sha256 = 'c0ffee'): Step =>
  (facts) => ({ ...facts, plan: { ...mark(facts, theOperator), name: 'plans/redfix.md', sha256 } })
/** Whether it may be declared is not asked. */
export const declaredDone =
  (by: By = theBuilder): Step =>
  (facts) => {
    const gates = facts.verdicts.map(({ gate, revision, seq }) => ({ gate, revision, verdict: seq }))
    return {
      ...facts,
      dones: [...facts.dones, { ...mark(facts, by), words: 'All six are green.', gates, reopened: null }],
    }
  }
/** For what no verb does today, such as a plan that moved. */
export const changed =
  (change: Partial<PhaseFacts>): Step =>
  (facts) => ({ ...facts, ...change })
