import { expect, test } from 'vitest'
import { FOLLOWS, IS_UNDER_WAY, runStatuses } from './words.ts'

test('every way of a run leads to an end, and from an end nothing leads on', () => {
  const ends = runStatuses.filter((status) => FOLLOWS[status].length === 0)
  expect(ends).toEqual(['ended', 'dropped'])
  const reached = new Set<string>(ends)
  for (let grown = true; grown; ) {
    const before = reached.size
    for (const status of runStatuses) if (FOLLOWS[status].some((next) => reached.has(next))) reached.add(status)
    grown = reached.size > before
  }
  expect([...reached].sort()).toEqual([...runStatuses].sort())
})

test('unreachable is no end', () => {
  expect(IS_UNDER_WAY.unreachable).toBe(true)
})
