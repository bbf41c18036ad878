import { expect, test } from 'vitest'
import { formatLineRange, lineRangeWords, readLineRange } from './line-range.ts'

test.each<[string, string | undefined, string | null]>([
  ['a line', '120', '120'],
  ['a range', '120-140', '120-140'],
  ['typed loosely', ' L120 – L140 ', '120-140'],
  ['backwards', '140-120', '120-140'],
  ['of one line', '7-7', '7'],
  ['exactly as long as can be', '1-500', '1-500'],
  ['one longer', '1-501', '1-500'],
  ['line 0', '0', null],
  ['words', 'all', null],
  ['nothing', undefined, null],
])('%s', (_, typed, range) => {
  const read = readLineRange(typed)
  expect(read === null ? null : formatLineRange(read)).toBe(range)
})

test('in words', () => {
  expect(
    [
      { from: 3, to: 3 },
      { from: 3, to: 9 },
    ].map(lineRangeWords),
  ).toEqual(['line 3', 'lines 3 to 9'])
})
