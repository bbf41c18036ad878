import { expect, test } from 'vitest'
import { readableText } from './readable-text.ts'

test.each([
  ['words turned around', 'echo \u202eSSAP', 'echo [U+202E]SSAP'],
  ['an embedding and its end', '\u202aa\u202c', '[U+202A]a[U+202C]'],
  ['an isolate and its end', '\u2067a\u2069', '[U+2067]a[U+2069]'],
  ['marks of direction', 'a\u200eb\u200fc\u061cd', 'a[U+200E]b[U+200F]c[U+061C]d'],
  ['a zero-width space in a word', 'FA\u200bIL', 'FA[U+200B]IL'],
  ['a byte order mark in the middle', 'a\ufeffb', 'a[U+FEFF]b'],
  ['line separators', 'a\u2028b\u2029c', 'a[U+2028]b[U+2029]c'],
  ['invisible tag characters', 'a\u{e0041}', 'a[U+E0041]'],
  ['line ends and tabs', 'a\n\tb\r\nc', 'a\n\tb\nc'],
  ['a carriage return that would overwrite', 'FAIL\rPASS', 'FAIL[U+000D]PASS'],
  ['a backspace, a NUL and DEL', 'a\bb\u0000c\u007f', 'a[U+0008]b[U+0000]c[U+007F]'],
  ['a control of the upper half', 'a\u0085b', 'a[U+0085]b'],
  ['colours', '\u001b[31mred\u001b[0m \u009b1mbold', 'red bold'],
  ['a cleared screen and a title', 'a\u001b[2Jb\u001b]0;title\u0007c', 'abc'],
  ['a link of a terminal', '\u001b]8;;javascript:alert(1)\u0007click\u001b]8;;\u001b\\', 'click'],
  ['a control string over a line end hides nothing', 'a\u001b]0;b\nc\u0007', 'a0;b\nc[U+0007]'],
  ['a control string that never ends hides nothing', 'a\u001b]0;FAIL', 'a0;FAIL'],
  ['a deceit that an escape held apart', '\u202e\u001b[0mx', '[U+202E]x'],
  ['emoji, other scripts, backticks and markup', '👩‍🚀 שלום `x` <b>', '👩‍🚀 שלום `x` <b>'],
])('%s', (_, text, shown) => {
  expect(readableText(text)).toBe(shown)
})

test.each(['\u009d', '\u001b]', '\u009b0', '\u001b '])('two million of %j are answered at once', (unit) => {
  expect(typeof readableText(unit.repeat(2_000_000))).toBe('string')
})
