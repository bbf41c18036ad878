import { expect, test } from 'vitest'
import { cameTooLate } from './came-too-late.ts'

test.each([
  ['a run that ended green by itself', 'green', null, true],
  ['a run that ended red by itself', 'red', null, true],
  ['a run that the cancel ended', 'cancelled', 'cancelled', false],
  ['a run that its deadline ended', 'unver', 'deadline', false],
  ['a run of which nobody knows how it ended', 'lost', null, false],
] as const)('the cancel of %s', (_, conclusion, cause, late) => {
  expect(cameTooLate(conclusion, { cause })).toBe(late)
})
