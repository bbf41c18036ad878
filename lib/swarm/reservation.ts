import { can, explainPermission } from '#lib/people/permissions.ts'
import type { Actor, Role } from '#lib/people/roles.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { because, type Refusal } from '#lib/result.ts'
import { formatFull } from '#lib/time/format.ts'

export type ReservationEnd = 'released' | 'lapsed' | 'overridden'
/** A node that is held for one side of a phase. Times are ISO 8601 UTC. */
export type Reservation = {
  reservation: number
  host: string
  phase: string
  person: string
  role: Role | 'system'
  reason: string
  takenAt: string
  until: string
}

export const MOST_RESERVED_MS = 12 * 3_600_000

/** Until its end, to the millisecond: at `until` it holds no more. */
export const holds = ({ until }: Pick<Reservation, 'until'>, now: Date): boolean => now.getTime() < Date.parse(until)

const isOwnSide = (held: Reservation, actor: Pick<Actor, 'role'>, phase: string): boolean =>
  held.phase === phase && held.role === actor.role

/** Null: somebody in this role of this phase may use the node now. Else who holds it, why and until when, in a sentence. */
export function whyHeld(held: Reservation | null, actor: Pick<Actor, 'role'>, phase: string, now: Date): string | null {
  if (held === null || !holds(held, now) || isOwnSide(held, actor, phase)) return null
  const who = held.role === 'system' ? 'Gatehouse' : `the ${ROLE_WORD[held.role]}`
  return `${held.host} is held by ${who} of ${held.phase} until ${formatFull(held.until)}: ${held.reason}`
}

export function whyCannotReserve(
  held: Reservation | null,
  actor: Actor,
  { phase, until }: { phase: string; until: string },
  now: Date,
): Refusal | null {
  if (!can(actor, 'reservation.take')) return because('not_permitted', explainPermission(actor, 'reservation.take'))
  const lasts = Date.parse(until) - now.getTime()
  if (!(lasts > 0)) return because('in_the_past', 'The end of a reservation lies ahead.', 'until')
  if (lasts > MOST_RESERVED_MS) return because('too_long', 'The node is reserved for twelve hours at most.', 'until')
  if (held !== null && holds(held, now) && isOwnSide(held, actor, phase))
    return because('reserved_already', `You hold it already, until ${formatFull(held.until)}. Release it first.`)
  const taken = whyHeld(held, actor, phase, now)
  return taken === null ? null : because('held_by_other', `${taken.replace(/[.\s]+$/, '')}. Queue a run, or ask them.`)
}

/** Who holds it releases it; the Operator may override, with a reason. */
export function whyCannotRelease(held: Reservation, actor: Actor): Refusal | null {
  if (!can(actor, 'reservation.release'))
    return because('not_permitted', explainPermission(actor, 'reservation.release'))
  if (actor.role === 'operator' || actor.role === held.role) return null
  return because('not_yours', 'Only the side that holds the node releases it, or the Operator.')
}
