import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { MOST_RESERVED_MS } from '#lib/swarm/reservation.ts'
import type { Db } from '../db.ts'
import { headSeq, listEvents } from '../ledger/list-events.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { must } from '../testing/must.ts'
import { asAdversary, asBuilder, asOperator, asSecondAdversary, USUAL_TIME } from '../testing/people.ts'
import { aPhase, aPhaseAlone } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { aHost, takenReservation, typedReservation } from '../testing/swarm.ts'
import { findReservation, listReservationsOf, listStandingReservations } from './list-reservations.ts'
import { releaseReservation, takeReservation } from './reserve.ts'
import { lapseReservations } from './supervise.ts'

afterAll(removeDatabases)

const phase = 'redfix'
const begun = aPhaseAlone()
aPhase(begun, 'canon')
aHost(begun)
let db: Db
beforeEach(() => {
  db = aCopyOf(begun)
})

const END = new Date(USUAL_TIME.getTime() + 3_600_000)
const later = (ms: number, from = USUAL_TIME) => new Date(from.getTime() + ms)
const release = (as: typeof asBuilder, reason = '', at = USUAL_TIME, of = phase) =>
  releaseReservation(db, as({ phase: of, reservation: 1, reason }, at))

describe('the node is not reserved, and nothing is written', () => {
  const held = () => takenReservation(db)
  test.each<[string, () => unknown, typeof asBuilder, Parameters<typeof typedReservation>[0], string, string]>([
    ['in a phase that is not there', () => {}, asBuilder, { phase: 'lvl5' }, 'no_such_phase', 'There is no phase'],
    ['where there is no such host', () => {}, asBuilder, { host: 'elsewhere' }, 'no_host', 'There is no host'],
    [
      'until now',
      () => {},
      asBuilder,
      { until: USUAL_TIME.toISOString() },
      'in_the_past',
      'The end of a reservation lies ahead.',
    ],
    [
      'for more than twelve hours',
      () => {},
      asBuilder,
      { until: later(MOST_RESERVED_MS + 1).toISOString() },
      'too_long',
      'The node is reserved for twelve hours at most.',
    ],
    [
      'by the side that has it',
      held,
      asBuilder,
      { reason: 'More.' },
      'reserved_already',
      'You hold it already, until 2026-06-18 01:30Z. Release it first.',
    ],
    [
      'by the other side',
      held,
      asAdversary,
      {},
      'held_by_other',
      'cc-ci is held by the Builder of redfix until 2026-06-18 01:30Z: Two runs of mumble under load. Queue a run, or ask them.',
    ],
    [
      'by the same side of another phase',
      held,
      asBuilder,
      { phase: 'canon' },
      'held_by_other',
      'cc-ci is held by the Builder of redfix',
    ],
    ['by the Operator, who overrides it first', held, asOperator, {}, 'held_by_other', 'cc-ci is held by the Builder'],
  ])('%s', (_, before, as, different, reason, sentence) => {
    before()
    const refusal = refusalOf(db, () => takeReservation(db, as(typedReservation(different))))
    expect(refusal.reason).toBe(reason)
    expect(refusal.sentence).toContain(sentence)
  })
})

test('the node is reserved for a side: whoever is of it gives it back', () => {
  takenReservation(db, {}, asAdversary)
  expect(findReservation(db, 'cc-ci')).toMatchObject({ reservation: 1, person: 'ada', role: 'adversary', phase })
  must(release(asSecondAdversary))
  expect(findReservation(db, 'cc-ci')).toBeNull()
  expect(listReservationsOf(db, 'cc-ci')).toMatchObject([{ reservation: 1, endedAt: USUAL_TIME.toISOString() }])
})

test('for twelve hours to the millisecond it may be reserved', () => {
  takenReservation(db, { until: later(MOST_RESERVED_MS).toISOString() })
  expect(findReservation(db, 'cc-ci')?.until).toBe('2026-06-18T12:30:00.000Z')
})

describe('overriding', () => {
  test('is the Operator’s, with a reason', () => {
    takenReservation(db)
    must(release(asOperator, 'The sweep comes.'))
    expect(listEvents(db, { kinds: ['reservation.released'] }, 1)).toMatchObject([
      { role: 'operator', payload: { how: 'overridden', reason: 'The sweep comes.' } },
    ])
    expect(must(takeReservation(db, asAdversary(typedReservation()))).subject).toBe('cc-ci')
  })
  test('is no overriding where it is the Operator’s own', () => {
    takenReservation(db, {}, asOperator)
    must(release(asOperator))
    expect(listEvents(db, { kinds: ['reservation.released'] }, 1)).toMatchObject([{ payload: { how: 'released' } }])
  })
  test.each<[string, () => ReturnType<typeof release>, string, string]>([
    ['without a reason', () => release(asOperator), 'no_reason', 'Say why you take the node back.'],
    ['by the other side', () => release(asAdversary, 'Mine.'), 'not_yours', 'Only the side that holds the node'],
    ['from another phase', () => release(asBuilder, '', USUAL_TIME, 'canon'), 'no_such_reservation', 'does not hold'],
    ['once its time is over', () => release(asBuilder, '', END), 'no_such_reservation', 'does not hold'],
  ])('is refused %s', (_, act, reason, sentence) => {
    takenReservation(db)
    const refusal = refusalOf(db, act)
    expect(refusal.reason).toBe(reason)
    expect(refusal.sentence).toContain(sentence)
  })
  test('is refused twice', () => {
    takenReservation(db)
    must(release(asBuilder))
    expect(refusalOf(db, () => release(asBuilder)).reason).toBe('no_such_reservation')
  })
})

describe('a reservation lapses', () => {
  test('at its end, to the millisecond, and once', () => {
    takenReservation(db)
    expect(lapseReservations(db, later(-1, END))).toEqual([])
    expect(lapseReservations(db, END)).toMatchObject([{ reservation: 1, host: 'cc-ci' }])
    const after = headSeq(db)
    expect(lapseReservations(db, later(1, END))).toEqual([])
    expect(headSeq(db)).toBe(after)
    expect(listEvents(db, { kinds: ['reservation.released'] }, 9)).toMatchObject([
      { role: 'system', payload: { how: 'lapsed', reservation: 1 } },
    ])
  })
  test('also before anybody wrote that down: the other side takes the node at that millisecond', () => {
    takenReservation(db)
    const until = later(60_000, END).toISOString()
    expect(
      refusalOf(db, () => takeReservation(db, asAdversary(typedReservation({ until }), later(-1, END)))).reason,
    ).toBe('held_by_other')
    must(takeReservation(db, asAdversary(typedReservation({ until }), END)))
    expect(findReservation(db, 'cc-ci')).toMatchObject({ reservation: 2, role: 'adversary' })
    lapseReservations(db, END)
    expect(listStandingReservations(db)).toMatchObject([{ reservation: 2 }])
  })
})
