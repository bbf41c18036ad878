import { expect, test } from 'vitest'
import { beginningOf } from './beginning-of.ts'

test.each([
  ['a short text is whole', 'Six recipes.', 20, 'Six recipes.', ''],
  ['a text that is a little late is whole', 'Six recipes are red, all.', 20, 'Six recipes are red, all.', ''],
  [
    'whole sentences, where one ends in time',
    'One is red. Another is red. A third.',
    24,
    'One is red.',
    'Another is red. A third.',
  ],
  [
    'whole words, where no sentence ends',
    'One and another and a third and a fourth',
    20,
    'One and another and …',
    'a third and a fourth',
  ],
  [
    'so many characters, where nothing can be broken',
    'abcdefghijklmnopqrstuvwxyz',
    10,
    'abcdefghij …',
    'klmnopqrstuvwxyz',
  ],
  ['never half a character', 'abcde😀fghijklm', 6, 'abcde …', '😀fghijklm'],
])('%s', (_, text, length, beginning, rest) => {
  expect(beginningOf(text, length)).toEqual({ beginning, rest })
})
