import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReview } from './read-review.ts'
import type { ReviewReading } from './reading.ts'

const LINES = [
  ...[
    '## Gates',
    'Gates:',
    '## Verdicts',
    'Verdicts',
    '## Adversary verification log',
    '## Failures',
    '### M1: PASS @ 2026-06-18T01:18Z',
    '#### discourse',
    '#### discourse: PASS',
    '**bluesky** — FAIL: ',
    '**discourse** — FAIL: ',
  ],
  ...[
    'Mission: fix all (discourse, bluesky-pds)',
    '**Phase SSOT:** /srv/plan.md see',
    'DONE = when',
    '## DONE / not yet',
    '(none yet)',
    '```',
  ],
  ...[
    '- 2026-06-18T00:10Z — ',
    '  - discourse (recipe @ 1.2.3): ',
    '  * bluesky ',
    '- STILL OWED before M1: ',
    '## Still owed before M2',
    '- M1 — ',
  ],
  ...[
    '- [x] discourse — PASS ',
    '- 00:10Z — ',
    '### 2026-06-18T00:10Z pre-staging ',
    'word. - 2026-06-18T00:10Z — ',
    '| a | b |',
    '',
    '<!--',
    '-->',
  ],
  ...[
    'Same for bluesky. These are NOT verdicts. ',
    '- mattermost (recipe @',
    'M2(c) FAIL',
    '> quoted',
    '---',
    '    code',
    '1. point',
  ],
]
/** Words that a reading holds in its fields rather than in a text. */
const GRAMMAR = [
  'phase',
  'ssot',
  'plan',
  'mission',
  'done',
  'rule',
  'gate',
  'still',
  'owed',
  'owes',
  'before',
  'by',
  'the',
  'any',
  'adversary',
  'builder',
  'x',
  '1',
]

const wordsOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

function lostWords(text: string, reading: ReviewReading): string[] {
  const found = new Set([...textsOf(reading).flatMap(wordsOf), ...GRAMMAR])
  return wordsOf(text).filter((word) => !found.has(word) && !found.has(word.toLowerCase()))
}

const line = fc.oneof(
  fc.constantFrom(...LINES),
  // A number no other line has: a line that vanished is missed.
  fc
    .tuple(fc.constantFrom(...LINES), fc.integer({ min: 10_000, max: 99_999_999 }))
    .map(([start, unique]) => `${start} w${unique}`),
  fc.string({ unit: 'grapheme' }),
)
const header = fc.constantFrom('REVIEW — phase redfix (Adversary)', '# REVIEW — phase redfix (Adversary)')

test('answers any text at all', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof readReview(text).ok === 'boolean'))
  fc.assert(
    fc.property(
      header,
      fc.string({ unit: 'binary' }),
      (first, text) => typeof readReview(`${first}\n${text}`).ok === 'boolean',
    ),
  )
})

test('loses no word of a file it reads', () => {
  fc.assert(
    fc.property(header, fc.array(line, { maxLength: 30 }), (first, lines) => {
      const text = [first, ...lines, ''].join('\n')
      const result = readReview(text)
      if (result.ok) expect(lostWords(text, result.value)).toEqual([])
    }),
    { numRuns: 3000 },
  )
})

test.each([
  ...[' ', '# ', '. - ', '- a\n', 'a-', '(a, b) ', 'M1 PASS @ ', 'original hypothesis ("', 'A. '],
  '- 2026-06-18T00:10Z — discourse. Same for bluesky. ',
  '### M1: PASS, as stated in the log below\n- a — PASS, by an own cold run of it, as stated there\n',
])('answers 5 MB of %j before the test runs out of time', (unit) => {
  const long = unit.repeat(Math.ceil((5 * 1024 * 1024) / unit.length))
  expect(
    typeof readReview(`# REVIEW — phase x\n\n## Failures\n\n- a\n\n## Log\n\n- 2026-06-18T00:10Z — ${long}`).ok,
  ).toBe('boolean')
  expect(typeof readReview(`REVIEW — phase x\nMission: (a, b)\nVerdicts\nM1: ${long}`).ok).toBe('boolean')
})
