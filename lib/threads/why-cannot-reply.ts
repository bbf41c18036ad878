import { can, explainPermission } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import { because, type Refusal } from '#lib/result.ts'
import { formatFull } from '#lib/time/format.ts'
import type { ThreadFacts } from './thread-facts.ts'

/** Null: this person may reply here. One function disables the button and guards the write. */
export function whyCannotReply(thread: ThreadFacts, actor: Actor): Refusal | null {
  if (!can(actor, 'thread.reply')) return because('not_permitted', explainPermission(actor, 'thread.reply'))
  if (thread.settled !== null)
    return because(
      'settled',
      `This was settled ${formatFull(thread.settled.at)} and takes no more replies. Ask anew; both stay on record.`,
    )
  return null
}

/** Two submits in a row with one text, from two tabs or after going back, are one reply. */
export function whySaidAlready({ messages }: ThreadFacts, actor: Actor, text: string): Refusal | null {
  const last = messages.at(-1)
  if (!last || last.person !== actor.person || last.text !== text) return null
  return because(
    'said_already',
    `You wrote exactly this already (event ${last.seq}), and nobody has answered since. Nothing was recorded twice.`,
    'text',
  )
}
