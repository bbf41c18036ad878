import { expect, test } from 'vitest'
import { acknowledgementsIn } from './acknowledgements.ts'

test.each([
  ['nothing said', '', []],
  ['what is not a promise', 'opening\nopened\n', []],
  ['one', 'opened\n7 a-b\n', [{ seq: 7, command: 'a-b' }]],
  [
    'two',
    '7 a\n8 b\n',
    [
      { seq: 7, command: 'a' },
      { seq: 8, command: 'b' },
    ],
  ],
  ['one, and one cut off in its command', '7 a\n8 b', [{ seq: 7, command: 'a' }]],
])('promises are read: %s', (_, said, promises) => expect(acknowledgementsIn(said)).toEqual(promises))
