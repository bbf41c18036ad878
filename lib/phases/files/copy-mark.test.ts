import { expect, test } from 'vitest'
import { copyMark, findCopyMark, printMark } from './copy-mark.ts'

const MARK = copyMark(142, '3f2a9c81d0e4'.padEnd(64, '7'), new Date('2026-06-18T07:06:27.123Z'))
const LINE = `# REVIEW — phase redfix (Adversary)\n\nThis is a ${printMark(MARK)}. The record is at …`

test.each([
  ['as it was printed', LINE],
  ['with the line ends of another system', LINE.replaceAll('\n', '\r\n')],
  ['wrapped by an editor', LINE.replaceAll(' ', '\n')],
])('a copy is known by its mark, %s', (_, text) => {
  expect(findCopyMark(text)).toEqual({ seq: 142, hash: '3f2a9c81d0e4', at: '2026-06-18T07:06:27.123Z' })
})

test.each([
  ['a file without one', '# REVIEW — phase redfix (Adversary)\n'],
  ['an event that cannot be', LINE.replace('142', '0')],
  ['a hash that is too short', LINE.replace('3f2a9c81d0e4', '3f2a9c81')],
  ['a day that does not exist', LINE.replace('2026-06-18', '2026-13-41')],
  [
    'a title that somebody words like one',
    LINE.replace('phase redfix (Adversary)', `phase redfix — this is a ${printMark(MARK)}`).replace(
      /\n\nThis is[\s\S]*$/,
      '',
    ),
  ],
  ['words far below the head', `# REVIEW\n${'x'.repeat(4_000)}${LINE}`],
])('no mark is found in %s', (_, text) => {
  expect(findCopyMark(text)).toBeNull()
})
