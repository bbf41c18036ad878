import { can, explainPermission } from '#lib/people/permissions.ts'
import { type Actor, ROLE_WORD } from '#lib/people/roles.ts'
import { because, type Refusal } from '#lib/result.ts'
import { formatFull } from '#lib/time/format.ts'
import type { ThreadFacts } from './thread-facts.ts'

/** Whoever asked may no longer write here: then the side that was asked settles it, so that no question stays open for ever. */
export const askerHasLeft = ({ askerHolds }: ThreadFacts): boolean => !can({ role: askerHolds }, 'thread.reply')

/** Null: this person may settle it. One function disables the button and guards the write. */
export function whyCannotSettle(thread: ThreadFacts, actor: Actor): Refusal | null {
  if (!can(actor, 'thread.reply')) return because('not_permitted', explainPermission(actor, 'thread.reply'))
  if (thread.settled !== null)
    return because('settled_already', `This was settled ${formatFull(thread.settled.at)} already.`)
  if (askerHasLeft(thread))
    return actor.role === thread.askedOf
      ? null
      : because(
          'not_the_asked_side',
          `Whoever asked this can no longer write here; the ${ROLE_WORD[thread.askedOf]}, who was asked, settles it.`,
        )
  return actor.person === thread.person
    ? null
    : because('not_the_asker', 'Only the person who asked settles it: they know whether it is answered.')
}
