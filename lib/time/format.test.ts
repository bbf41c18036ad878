import { describe, expect, test } from 'vitest'
import {
  formatAge,
  formatClock,
  formatDate,
  formatDay,
  formatDuration,
  formatFull,
  formatNear,
  formatRelative,
  formatSecond,
} from './format.ts'

const now = new Date('2026-06-18T00:58:00Z')

describe('a time is written in UTC, wherever the machine stands', () => {
  test.each([
    ['a clock', formatClock('2026-06-18T00:25:10Z'), '00:25Z'],
    ['a clock from another zone', formatClock('2026-06-18T02:25:10+02:00'), '00:25Z'],
    ['a clock is cut, not rounded', formatClock('2026-06-18T00:25:59.999Z'), '00:25Z'],
    ['a clock with seconds', formatSecond(new Date('2026-06-18T00:58:04.900Z')), '00:58:04Z'],
    ['a full time', formatFull('2026-06-18T00:25:10Z'), '2026-06-18 00:25Z'],
    ['a date', formatDate('2026-06-18T00:25:10Z', now), '18 June'],
    ['a day', formatDay('2026-06-18T00:25:10Z', now), '18 June, 00:25Z'],
    ['a day of another year', formatDay('2025-12-31T23:59:00Z', now), '31 December 2025, 23:59Z'],
    ['a near time on the same day', formatNear('2026-06-18T00:00:00Z', now), '00:00Z'],
    ['a near time one minute before midnight', formatNear('2026-06-17T23:59:00Z', now), '17 June, 23:59Z'],
  ])('%s', (_name, written, expected) => {
    expect(written).toBe(expected)
  })
})

describe('an age is cut to what a reader needs', () => {
  test.each([
    ['2026-06-18T00:57:00.001Z', 'under 1 min'],
    ['2026-06-18T00:57:00.000Z', '1 min'],
    ['2026-06-18T00:25:00Z', '33 min'],
    ['2026-06-17T23:58:00.001Z', '59 min'],
    ['2026-06-17T23:58:00Z', '1 h'],
    ['2026-06-17T22:53:00Z', '2 h 5 min'],
    ['2026-06-17T00:58:00.001Z', '23 h 59 min'],
    ['2026-06-17T00:58:00Z', '1 d'],
    ['2026-06-16T20:58:00Z', '1 d 4 h'],
    ['2026-06-15T00:58:00Z', '3 d'],
    ['2026-06-18T01:30:00Z', 'under 1 min'],
  ])('since %s: %s', (since, expected) => {
    expect(formatAge(since, now)).toBe(expected)
  })

  test('what lies ahead is said as ahead', () => {
    expect(formatRelative('2026-06-18T01:30:00Z', now)).toBe('in 32 min')
    expect(formatRelative('2026-06-18T00:25:00Z', now)).toBe('33 min ago')
  })
})

test.each([
  [-5, '0 ms'],
  [850, '850 ms'],
  [1000, '1s'],
  [59_999, '59s'],
  [60_000, '1m 00s'],
  [242_000, '4m 02s'],
  [3_599_999, '59m 59s'],
  [6_600_000, '1h 50m'],
])('%d ms lasts %s', (ms, expected) => {
  expect(formatDuration(ms)).toBe(expected)
})

test('what is no time is a bug, not a blank', () => {
  expect(() => formatClock('yesterday')).toThrow(RangeError)
  expect(() => formatDate('yesterday', now)).toThrow(RangeError)
  expect(() => formatAge('yesterday', now)).toThrow(RangeError)
})
