import { can, explainPermission } from '#lib/people/permissions.ts'
import type { Actor } from '#lib/people/roles.ts'
import { because, type Refusal } from '#lib/result.ts'
import { ASKABLE_WORD, type Askable } from './askable.ts'
import type { ThreadFacts } from './thread-facts.ts'
import { type NamesOnRecord, whatIsAskedAbout } from './what-is-asked-about.ts'

type Question = { about: string; to: Askable; text: string }

/** Null: this person may ask this. `threads`: those of the phase. */
export function whyCannotAsk(
  names: NamesOnRecord,
  threads: readonly ThreadFacts[],
  actor: Actor,
  { about, to, text }: Question,
): Refusal | null {
  if (!can(actor, 'thread.open')) return because('not_permitted', explainPermission(actor, 'thread.open'))
  if (whatIsAskedAbout(names, about) === null) return whyNotOnRecord(names, about)
  if (to === actor.role)
    return because(
      'asking_own_side',
      `You are ${ASKABLE_WORD[to]} here yourself: choose whose answer is wanted of the others.`,
      'to',
    )
  const same = threads.find(
    (held) =>
      held.settled === null &&
      held.person === actor.person &&
      held.about === about &&
      held.askedOf === to &&
      held.messages.length === 1 &&
      held.messages[0]?.text === text,
  )
  if (same)
    return because(
      'asked_already',
      `You asked exactly this already (event ${same.seq}), and it is open. Nothing was recorded twice.`,
      'text',
    )
  return null
}

function whyNotOnRecord({ phase, gates }: NamesOnRecord, about: string): Refusal {
  if (gates.some(({ gate }) => gate === about))
    return because(
      'nothing_claimed',
      `Nobody has claimed ${about} yet: there is no claim to ask about. Ask about a failure instead.`,
      'about',
    )
  return because(
    'not_on_record',
    `${about} is not on record in ${phase}: a question is about a failure, a run (#31), a finding or a claimed gate.`,
    'about',
  )
}
