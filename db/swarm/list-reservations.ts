import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { roles } from '#lib/people/roles.ts'
import type { Reservation } from '#lib/swarm/reservation.ts'
import type { Db } from '../db.ts'
import { reservations } from '../projections/tables.ts'

type Row = typeof reservations.$inferSelect

const reservationOf = ({ reservation, host, phase, person, role, reason, recordedAt, until }: Row): Reservation => ({
  ...{ reservation, host, phase, person, reason, until },
  role: roles.find((known) => known === role) ?? 'system',
  takenAt: recordedAt,
})

/** The newest reservation of a host that nobody released; whether it has lapsed is asked with `holds`. */
export function findReservation(db: Db, host: string): Reservation | null {
  const row = db
    .select()
    .from(reservations)
    .where(and(eq(reservations.host, host), isNull(reservations.toSeq), isNull(reservations.endedHow)))
    .orderBy(desc(reservations.reservation))
    .get()
  return row ? reservationOf(row) : null
}

/** Every one that nobody released yet, also those past their end. */
export const listStandingReservations = (db: Db): Reservation[] =>
  db
    .select()
    .from(reservations)
    .where(and(isNull(reservations.toSeq), isNull(reservations.endedHow)))
    .orderBy(asc(reservations.reservation))
    .all()
    .map(reservationOf)

/** All of a host, over ones too (`endedAt`: ISO 8601 UTC), for drawing who had the node. */
export const listReservationsOf = (db: Db, host: string): (Reservation & { endedAt: string | null })[] =>
  db
    .select()
    .from(reservations)
    .where(and(eq(reservations.host, host), isNull(reservations.toSeq)))
    .orderBy(asc(reservations.reservation))
    .all()
    .map((row) => ({ ...reservationOf(row), endedAt: row.endedAt }))
