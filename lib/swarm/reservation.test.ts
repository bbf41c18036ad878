import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '#lib/people/roles.ts'
import { moment } from '#lib/testing/record-of.ts'
import {
  holds,
  MOST_RESERVED_MS,
  type Reservation,
  whyCannotRelease,
  whyCannotReserve,
  whyHeld,
} from './reservation.ts'

const actorAs = (role: Role | null): Actor => ({ person: 'somebody', name: 'Somebody', role })
const NOW = moment('00:30')
/** The Builder of redfix has cc-ci until 01:30Z. */
const held: Reservation = {
  ...{ reservation: 1, host: 'cc-ci', phase: 'redfix', person: 'bob', role: 'builder', reason: 'Two runs.' },
  ...{ takenAt: moment('00:10').toISOString(), until: moment('01:30').toISOString() },
}

describe('a reservation holds', () => {
  test.each<[string, Date, boolean]>([
    ['long before its end', NOW, true],
    ['to the last millisecond', moment('01:30', -1), true],
    ['not at its end', moment('01:30'), false],
    ['not after it', moment('01:30', 1), false],
  ])('%s', (_, now, does) => {
    expect(holds(held, now)).toBe(does)
  })
})

describe('who may use a node', () => {
  const BUILDER_HAS_IT = 'cc-ci is held by the Builder of redfix until 2026-06-18 01:30Z: Two runs.'
  test.each<[string, Reservation | null, Role | null, string, Date, string | null]>([
    ['nobody has it', null, 'adversary', 'redfix', NOW, null],
    ['the side that has it', held, 'builder', 'redfix', NOW, null],
    ['the other side', held, 'adversary', 'redfix', NOW, BUILDER_HAS_IT],
    ['the Operator, who overrides first', held, 'operator', 'redfix', NOW, BUILDER_HAS_IT],
    ['the same side of another phase', held, 'builder', 'canon', NOW, BUILDER_HAS_IT],
    ['a run whose requester has no role any more', held, null, 'redfix', NOW, BUILDER_HAS_IT],
    ['the other side at the millisecond of its end', held, 'adversary', 'redfix', moment('01:30'), null],
    ['the other side a millisecond before', held, 'adversary', 'redfix', moment('01:30', -1), BUILDER_HAS_IT],
    [
      'where Gatehouse has it',
      { ...held, role: 'system' },
      'builder',
      'redfix',
      NOW,
      'cc-ci is held by Gatehouse of redfix until 2026-06-18 01:30Z: Two runs.',
    ],
  ])('%s', (_, reservation, role, phase, now, why) => {
    expect(whyHeld(reservation, { role }, phase, now)).toBe(why)
  })
})

describe('who may take it', () => {
  const hence = (ms: number) => new Date(NOW.getTime() + ms).toISOString()
  test.each<[string, Reservation | null, Role | null, string, string | null, string]>([
    ['whoever is of a side, where nobody has it', null, 'adversary', hence(60_000), null, ''],
    ['the Operator too', null, 'operator', hence(60_000), null, ''],
    ['no Stakeholder', null, 'stakeholder', hence(60_000), 'not_permitted', 'Only the Operator, the Builder or the'],
    ['nobody without a role', null, null, hence(60_000), 'not_permitted', 'you have no role in this phase'],
    ['not until this very moment', null, 'builder', hence(0), 'in_the_past', 'The end of a reservation lies ahead.'],
    ['for a millisecond', null, 'builder', hence(1), null, ''],
    ['not until a moment that is none', null, 'builder', 'tomorrow', 'in_the_past', 'lies ahead'],
    ['for twelve hours', null, 'builder', hence(MOST_RESERVED_MS), null, ''],
    ['not for a millisecond more', null, 'builder', hence(MOST_RESERVED_MS + 1), 'too_long', 'twelve hours at most'],
    ['not twice', held, 'builder', hence(60_000), 'reserved_already', 'You hold it already, until 2026-06-18 01:30Z.'],
    ['not while the other side has it', held, 'adversary', hence(60_000), 'held_by_other', 'Two runs. Queue a run, or'],
    [
      'whatever the reason ends with',
      { ...held, reason: 'Two runs' },
      'adversary',
      hence(60_000),
      'held_by_other',
      'Two runs. Queue a run, or',
    ],
    ['once it has lapsed', { ...held, until: NOW.toISOString() }, 'adversary', hence(60_000), null, ''],
  ])('%s', (_, reservation, role, until, reason, says) => {
    const refusal = whyCannotReserve(reservation, actorAs(role), { phase: 'redfix', until }, NOW)
    expect(refusal?.reason ?? null).toBe(reason)
    expect(refusal?.sentence ?? '').toContain(says)
  })
})

describe('who may give it back', () => {
  test.each<[string, Role | null, string | null]>([
    ['the side that has it', 'builder', null],
    ['the Operator', 'operator', null],
    ['not the other side', 'adversary', 'not_yours'],
    ['no Stakeholder', 'stakeholder', 'not_permitted'],
    ['nobody without a role', null, 'not_permitted'],
  ])('%s', (_, role, reason) => {
    expect(whyCannotRelease(held, actorAs(role))?.reason ?? null).toBe(reason)
  })
})
