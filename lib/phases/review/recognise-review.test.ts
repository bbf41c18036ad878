import { expect, test } from 'vitest'
import { readReview } from './read-review.ts'

const EXPECTED = 'a REVIEW file begins with “REVIEW — phase <id>”.'

test.each([
  ['an empty text', '', 1, `Line 1: this file has no words; ${EXPECTED}`],
  ['blank lines', ' \r\n\n\t\n', 1, `Line 1: this file has no words; ${EXPECTED}`],
  ['binary', 'REVIEW — phase redfix\n\u0000\u0001', 2, 'Line 2: this is not text: it holds a NUL byte.'],
  [
    'invalid UTF-8',
    '# REVIEW — phase redfix\n\ncaf\uFFFD',
    3,
    'Line 3: this is not UTF-8 text: a byte here could not be read.',
  ],
  ['a results.json', '{\n  "schema": 2,\n', 1, `Line 1: this looks like JSON, such as a results.json; ${EXPECTED}`],
  ['a log', '2026-06-18T00:10:01Z INFO deploy\n', 1, `Line 1: this looks like a log; ${EXPECTED}`],
  ['a page', '\n<!DOCTYPE html>\n<html>', 2, `Line 2: this looks like an HTML page; ${EXPECTED}`],
  [
    'a STATUS file',
    '# STATUS — phase redfix (Builder)\n\nGate: M1 CLAIMED',
    1,
    `Line 1: this looks like a STATUS file; ${EXPECTED}`,
  ],
  ['a JOURNAL file', '# JOURNAL — phase redfix\n', 1, `Line 1: this looks like a JOURNAL file; ${EXPECTED}`],
  ['prose', 'Dear all,\nREVIEW — phase redfix\n', 1, `Line 1: this does not look like a REVIEW file; ${EXPECTED}`],
  ['prose on a review', 'Review of the week\n', 1, `Line 1: this names no phase; ${EXPECTED}`],
  [
    'a header cut in its role',
    '# REVIEW — phase redfix (Adver',
    1,
    `Line 1: the file breaks off inside its first line; ${EXPECTED}`,
  ],
  [
    'a header cut in the phase',
    '3.2 KiB\nREVIEW — phase red',
    2,
    `Line 2: the file breaks off inside its first line; ${EXPECTED}`,
  ],
  ['a header without a phase', '# REVIEW\n\ntext', 1, `Line 1: this names no phase; ${EXPECTED}`],
  [
    'a phase with a name of 61 letters',
    `# REVIEW — phase ${'x'.repeat(61)}\n`,
    1,
    'Line 1: the phase’s name has more than 60 characters.',
  ],
  [
    'a phase whose address is the form that opens one',
    '# REVIEW — phase Open (Adversary)\n',
    1,
    'Line 1: “open” cannot be the name of a phase here.',
  ],
  [
    'a text of 100,001 lines',
    `# REVIEW — phase redfix${'\n'.repeat(100_000)}`,
    100_001,
    'Line 100001: this is longer than any REVIEW file: it has 100001 lines.',
  ],
])('refuses %s and says where and why', (_, text, line, sentence) => {
  expect(readReview(text)).toEqual({ ok: false, refusal: { line, sentence } })
})

test.each([
  ['REVIEW — phase redfix (Adversary)', 'redfix', 'adversary', null],
  ['# REVIEW — phase redfix (Adversary)', 'redfix', 'adversary', null],
  ['\uFEFF# **REVIEW** – Phase `lvl5` (Builder)', 'lvl5', 'builder', null],
  ['# REVIEW: phase redfix', 'redfix', null, null],
  ['# REVIEW — phase RedFix', 'redfix', null, null],
  ['# REVIEW — phase lvl5 (Adversary, append-only)', 'lvl5', 'adversary', null],
  ['# REVIEW — phase lvl5 (append-only)', 'lvl5', null, '(append-only)'],
  ['# REVIEW — phase opening', 'opening', null, null],
  [`# REVIEW — phase ${'x'.repeat(60)}`, 'x'.repeat(60), null, null],
  ['# REVIEW-redfix (Operator)', 'redfix', 'operator', null],
  ['# REVIEW — phase redfix — canon sweep failures (Adversary)', 'redfix', 'adversary', 'canon sweep failures'],
  ['# REVIEW — phase redfix: six reds (Adversary, append-only)', 'redfix', 'adversary', 'six reds (append-only)'],
])('reads the header "%s"', (header, phaseId, author, title) => {
  const read = readReview(`${header}\r\n`)
  expect(read.ok && [read.value.phaseId, read.value.author, read.value.title]).toEqual([phaseId, author, title])
})
