import { expect, test } from 'vitest'
import { parseUtc } from './parse-utc.ts'

test.each([
  ['2026-06-18T00:10', '2026-06-18T00:10:00Z'],
  ['2026-06-18 00:10', '2026-06-18T00:10:00Z'],
  ['2026-06-18 00:10Z', '2026-06-18T00:10:00Z'],
  ['2026-06-18 00:10 UTC', '2026-06-18T00:10:00Z'],
  ['  2026-06-18T00:10:30Z  ', '2026-06-18T00:10:30Z'],
  ['2026-06-18T00:10:30.5', '2026-06-18T00:10:30.500Z'],
  ['2026-06-18T00:10:30.123Z', '2026-06-18T00:10:30.123Z'],
  ['2024-02-29T23:59:59', '2024-02-29T23:59:59Z'],
])('%j is the moment %s', (text, iso) => {
  expect(parseUtc(text)).toBe(iso)
})

test.each([
  ['', 'nothing'],
  ['yesterday', 'a word'],
  ['2026-06-18', 'a day without a time'],
  ['00:10', 'a time without a day'],
  ['2026-02-31T00:00', 'the 31st of February'],
  ['2025-02-29T00:00', 'the 29th of February in a common year'],
  ['2026-13-01T00:00', 'a 13th month'],
  ['2026-00-10T00:00', 'month zero'],
  ['2026-06-18T24:00', 'hour 24'],
  ['2026-06-18T23:60', 'minute 60'],
  ['2026-06-18T23:59:60', 'second 60'],
  ['2026-06-18T00:10+02:00', 'another time zone'],
  ['2026-06-18T00:10:30.1234', 'more than milliseconds'],
  ['18.06.2026 00:10', 'another order'],
  ['2026-06-18T00:10 tomorrow', 'words after it'],
])('%j is no moment: %s', (text) => {
  expect(parseUtc(text)).toBeNull()
})
