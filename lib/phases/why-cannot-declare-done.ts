import { satisfies } from '#lib/gates/answer.ts'
import type { PhaseDecision } from '#lib/gates/evaluate-phase.ts'
import { can, explainPermission } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import { because, type Refusal } from '#lib/result.ts'
import { formatFull } from '#lib/time/format.ts'
import type { DoneConditionId } from './done-conditions.ts'

const REASONS = {
  'all-passed': 'not_all_passed',
  'still-met': 'no_longer_met',
  'no-finding': 'finding_open',
  'nothing-owed': 'something_owed',
  'no-veto': 'vetoed',
  'nothing-merged': 'merged_early',
  'no-exception': 'failure_excepted',
} as const satisfies Record<DoneConditionId, string>

/** Null: this person may declare the phase DONE now. The first condition that is not met gives the reason; the sentence names all. */
export function whyCannotDeclareDone({ done }: PhaseDecision, actor: Actor): Refusal | null {
  if (!can(actor, 'phase.declare-done')) return because('not_permitted', explainPermission(actor, 'phase.declare-done'))
  if (done.standing !== null)
    return because(
      'done_already',
      `The phase is DONE since ${formatFull(done.standing.at)} (event ${done.standing.seq}).`,
    )
  const open = done.conditions.filter(({ answer }) => !satisfies(answer))
  const [first] = open
  if (!first) return null
  const words = open.map(({ words: asked, answer }) => `${asked} (${answer.because})`).join('. ')
  return because(REASONS[first.id], `DONE waits for: ${words}.`)
}
