import { expect, test } from 'vitest'
import { matchReview } from './match-review.ts'
import { readReview } from './read-review.ts'
import { whyTooMany } from './why-too-many.ts'

const NOTHING = {
  importKeys: new Set<string>(),
  phaseExists: true,
  failures: [],
  gates: [],
  entries: [],
  owed: [],
  printed: null,
}

function itemsOf(entries: number) {
  const log = Array.from({ length: entries }, (_, at) => `- 2026-06-18T00:10Z — entry ${at}\n`).join('')
  const read = readReview(`# REVIEW — phase redfix\n\n## Log\n\n${log}`)
  if (!read.ok) throw new Error(read.refusal.sentence)
  return read.value
}

// The phase itself is on record here, so each item to record is an entry.
test('2,000 items to record fit on a page', () => {
  expect(whyTooMany(matchReview(itemsOf(2_000), NOTHING))).toBeNull()
})

test('one more has to be split, or imported on the command line', () => {
  expect(whyTooMany(matchReview(itemsOf(2_001), NOTHING))).toBe(
    'This file holds 2,001 items that could be recorded; a page takes 2,000. Split the file, or import it whole with npm run import.',
  )
})

test('what is on record already is not counted', () => {
  const reading = itemsOf(2_001)
  const known = new Set(matchReview(reading, NOTHING).map(({ key }) => key))
  expect(whyTooMany(matchReview(reading, { ...NOTHING, importKeys: known }))).toBeNull()
})
