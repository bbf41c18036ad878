import { can, explainPermission } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import { because, type Refusal } from '#lib/result.ts'

/** Null: this person may leave the run out. An Adversary may doubt any run; a Builder takes back only what their own side attached. */
export function whyCannotExclude(actor: Actor, attachedByAdversary: boolean): Refusal | null {
  if (!can(actor, 'run.exclude')) return because('not_permitted', explainPermission(actor, 'run.exclude'))
  if (attachedByAdversary && actor.role !== 'adversary')
    return because('not_your_run', 'Only the Adversary leaves out a run of the Adversary’s.')
  return null
}
