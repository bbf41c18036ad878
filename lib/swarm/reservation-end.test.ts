import { expect, test } from 'vitest'
import { type Lasting, reservationEnd } from './reservation-end.ts'

const NOW = new Date('2026-06-18T00:58:04.500Z')

test.each<[Lasting, string, string | null]>([
  ['30', '', '2026-06-18T01:29:00.000Z'],
  ['120', 'whatever', '2026-06-18T02:59:00.000Z'],
  ['until', '14:00', '2026-06-18T14:00:00.000Z'],
  ['until', '9:30Z', '2026-06-18T09:30:00.000Z'],
  ['until', '00:58', '2026-06-19T00:58:00.000Z'],
  ['until', '2026-06-18 02:00', '2026-06-18T02:00:00Z'],
  ['until', '24:00', null],
  ['until', 'later', null],
  ['until', '', null],
])('%s %s ends at %s', (lasts, typed, end) => {
  expect(reservationEnd(lasts, typed, NOW)).toBe(end)
})

test('a full minute counts from itself', () => {
  expect(reservationEnd('60', '', new Date('2026-06-18T01:00:00Z'))).toBe('2026-06-18T02:00:00.000Z')
})
