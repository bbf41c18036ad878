import type { Command } from '#lib/ledger/command.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { ReleaseReservationInput, TakeReservationInput } from '#lib/swarm/inputs.ts'
import { holds, whyCannotRelease, whyCannotReserve } from '#lib/swarm/reservation.ts'
import { whyNotOn } from '#lib/swarm/why-cannot-request.ts'
import type { Db } from '../db.ts'
import { nextNumber } from '../ledger/next-number.ts'
import { record } from '../ledger/record.ts'
import { phaseOr } from '../phases/on-record.ts'
import { findHost } from './list-hosts.ts'
import { findReservation, listStandingReservations } from './list-reservations.ts'

/** Takes the node for one's side of this phase. What is under way goes on; only starts of the other side wait. */
export const takeReservation = (db: Db, command: Command<TakeReservationInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'reservation.take' }, (actor) => {
    const { phase, host, reason, until } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const unusable = whyNotOn(findHost(db, host))
    if (unusable) return refuse(unusable)
    const refusal = whyCannotReserve(findReservation(db, host), actor, { phase, until }, command.at)
    if (refusal) return refuse(refusal)
    const reservation = nextNumber(db, 'reservation.taken')
    return ok([
      {
        ...{ kind: 'reservation.taken', phase, failure: null, subject: host, statedAt: null },
        payload: { reservation, host, reason, until },
      },
    ])
  })

/** Gives it back; by the Operator over somebody else's head it is an override, with a reason. */
export const releaseReservation = (db: Db, command: Command<ReleaseReservationInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'reservation.release' }, (actor) => {
    const { phase, reservation, reason } = command.input
    const held = listStandingReservations(db).find((one) => one.reservation === reservation)
    if (held === undefined || held.phase !== phase || !holds(held, command.at))
      return refuse(because('no_such_reservation', 'This reservation does not hold (any more).'))
    const refusal = whyCannotRelease(held, actor)
    if (refusal) return refuse(refusal)
    const how = actor.role === held.role ? 'released' : 'overridden'
    if (how === 'overridden' && reason === '')
      return refuse(because('no_reason', 'Say why you take the node back.', 'reason'))
    return ok([
      {
        ...{ kind: 'reservation.released', phase, failure: null, subject: held.host, statedAt: null },
        payload: { reservation, host: held.host, how, reason },
      },
    ])
  })
