import { expect, test } from 'vitest'
import { fileLabel } from './file-label.ts'

test.each([
  ['a plain name', 'discourse-m1.log', 'discourse-m1.log'],
  ['a path', '../../etc/passwd', 'passwd'],
  ['a Windows path', 'C:\\temp\\run 1.log', 'run 1.log'],
  ['only a path', '../', 'unnamed'],
  ['dots', '..', 'unnamed'],
  ['a NUL and a line end', 'a\0b\r\n.log', 'ab.log'],
  ['right-to-left override', 'evil\u202Egol.exe', 'evilgol.exe'],
  ['zero width', '\u200B\uFEFF', 'unnamed'],
  ['markup', '<img src=x>.log', '<img src=x>.log'],
  ['other scripts', 'Flüsterecke 日本.log', 'Flüsterecke 日本.log'],
  ['nothing', '', 'unnamed'],
])('%s', (_, filename, label) => {
  expect(fileLabel(filename)).toBe(label)
})

test('200 characters are kept, and none is cut in two', () => {
  expect(fileLabel('x'.repeat(200))).toHaveLength(200)
  expect([...fileLabel('🔥'.repeat(201))]).toHaveLength(200)
})
