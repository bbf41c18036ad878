import { can, explainPermission } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import { because, type Refusal } from '#lib/result.ts'
import type { RequestedRun } from './requested-run.ts'

/** Null: this person may cancel the run, or take it out of the queue. Each side its own; the Operator, whose host it is, any. */
export function whyCannotCancel(run: RequestedRun, actor: Actor): Refusal | null {
  if (!can(actor, 'run.cancel')) return because('not_permitted', explainPermission(actor, 'run.cancel'))
  if (run.step === 'ended' || run.step === 'dropped') return because('over', `Run #${run.number} is over already.`)
  if (run.cancelReason !== null) return because('cancelled_already', `Run #${run.number} is being cancelled already.`)
  if (actor.role !== 'operator' && actor.role !== run.requestedBy.role)
    return because('not_your_run', 'Only the side that requested a run cancels it, or the Operator.')
  return null
}
