import { expect, test } from 'vitest'
import { isTest, sourceFiles } from './source-files.ts'

/** What a rule must be given instead of taking it. */
const OUTSIDE = {
  'the clock':
    /\bDate\.now\b|\bnew Date\(\)|\bnew Date\b(?!\()|(?<!new )\bDate\(\)|\bperformance\.|\bset(Timeout|Interval)\(/,
  chance: /\bMath\.random\b|\bcrypto\.\w|\brandomUUID\b/,
  'the environment': /\bprocess\.\w|\bglobalThis\b|\bimport\.meta\b/,
  'the network': /\bfetch\(|\bWebSocket\b|\bEventSource\b/,
  'the terminal': /\bconsole\.\w/,
} as const

const core = sourceFiles.filter(
  (file) => file.path.startsWith('lib/') && !file.path.startsWith('lib/server/') && !isTest(file),
)

test.each(Object.entries(OUTSIDE))('the core never reaches for %s', (_, pattern) => {
  const reaching = core
    .filter((file) => pattern.test(file.code))
    .map((file) => `${file.path}: ${pattern.exec(file.code)?.[0]}`)
  expect(reaching).toEqual([])
})

test.each([
  ['the clock', 'const now = new Date()'],
  ['the clock', 'const at = Date.now()'],
  ['chance', 'Math.random()'],
  ['the environment', 'process.env.HOME'],
] as const)('%s is seen in “%s”', (what, code) => expect(code).toMatch(OUTSIDE[what]))

test('a time that is given is no clock', () => {
  expect('new Date(Date.UTC(2026, 5, 18)); new Date(row.at)').not.toMatch(OUTSIDE['the clock'])
})
