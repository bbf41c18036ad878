import { expect, test } from 'vitest'
import { whyNotTheseLines } from './why-not-these-lines.ts'

test.each([
  ['one line', 7, 7, 'image: mumble'],
  ['one line with its line end', 7, 7, 'image: mumble\n'],
  ['three lines', 7, 9, 'a\nb\nc'],
  ['three lines with the last line end', 7, 9, 'a\nb\nc\n'],
  ['an empty line between', 7, 9, 'a\n\nc'],
  ['an empty last line', 7, 8, 'a\n\n'],
])('takes %s', (_, fromLine, toLine, lines) => {
  expect(whyNotTheseLines({ fromLine, toLine, lines })).toBeNull()
})

test.each([
  ['a range that runs backwards', 9, 7, 'a\nb\nc', 'toLine', 'The last line comes before the first.'],
  ['one line too few', 7, 9, 'a\nb', 'lines', 'Lines 7 to 9 are 3, and 2 were quoted.'],
  ['one line too many', 7, 8, 'a\nb\nc', 'lines', 'Lines 7 to 8 are 2, and 3 were quoted.'],
  ['one line for two', 7, 8, 'a', 'lines', 'Lines 7 to 8 are 2, and 1 was quoted.'],
])('refuses %s', (_, fromLine, toLine, lines, field, sentence) => {
  expect(whyNotTheseLines({ fromLine, toLine, lines })).toMatchObject({ field, sentence })
})
