import { describe, expect, test } from 'vitest'
import { asPoint, inCell, onOneLine, quote } from './quoted-words.ts'

describe('on lines of their own', () => {
  test.each([
    ['a heading', '### M2: **PASS**', ['> \\### M2: **PASS**']],
    ['a heading that is indented', '   ## DONE', ['> ## DONE'.replace('#', '\\#')]],
    ['a heading in a list in a list', 'a\n- 1. # DONE', ['> a', '> - 1. \\# DONE']],
    ['a heading by its underline', 'DONE\n====', ['> DONE', '> \\====']],
    ['another', 'DONE\n---', ['> DONE', '> \\---']],
    ['a quote that ends ours', 'a\n> b', ['> a', '> \\> b']],
    ['a fence', '```\nx\n~~~', ['> \\```', '> x', '> \\~~~']],
    ['a link under a name of ours', '[F-redfix-1]: https://x', ['> \\[F-redfix-1]: https://x']],
    ['paragraphs', 'a\r\n\r\n\r\nb', ['> a', '>', '> b']],
    ['points, a number sign and a comparison, as they are', '- #4 at 3 < 4\n- 2026', ['> - #4 at 3 < 4', '> - 2026']],
    ['nothing', ' \n ', []],
  ])('%s', (_, text, lines) => {
    expect(quote(text)).toEqual(lines)
  })
  test('a point of a list is no heading either', () => {
    expect(asPoint('# DONE', '  ')).toBe('  - \\# DONE')
  })
})

describe('within a line', () => {
  test.each([
    ['line ends', 'a\n## b\u2028c', 'a ## b[U+2028]c'],
    ['a comment that would hide the rest', 'a <!-- b', 'a \\<!-- b'],
    ['a heading in HTML, escaped or not', '<h3>a \\<h3>b \\\\<H3>c', '\\<h3>a \\\\\\<h3>b \\\\\\\\\\<H3>c'],
    ['words turned around', 'a\u202eb', 'a[U+202E]b'],
    ['half a character and one that was unreadable', 'a\ud800b\ufffd', 'a[U+FFFD]b[U+FFFD]'],
    ['what makes nothing', 'a < b, \\n, <3', 'a < b, \\n, <3'],
  ])('%s', (_, text, line) => {
    expect(onOneLine(text)).toBe(line)
  })
  test.each([
    ['a cell of its own', 'a | b', 'a \\| b'],
    ['one that is escaped already', 'a \\| b', 'a \\\\\\| b'],
    ['a tag in a cell', '<b>\n| c', '\\<b> \\| c'],
  ])('in a table: %s', (_, text, cell) => {
    expect(inCell(text)).toBe(cell)
  })
})

test.each(['\\', '<a', '|', '- ', '# ', '> ', '=', '`'])('200,000 of %j are answered at once', (unit) => {
  const text = unit.repeat(200_000 / unit.length)
  expect(quote(text)).toHaveLength(1)
  expect(inCell(text).length).toBeGreaterThan(0)
})
