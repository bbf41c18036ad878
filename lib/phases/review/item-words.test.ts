import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { groupItems } from './group-items.ts'
import { countItems, describeItem, wordStatus } from './item-words.ts'
import { type KnownReview, matchReview } from './match-review.ts'
import { printReview } from './print-review.ts'
import { readReview } from './read-review.ts'

const NOTHING: KnownReview = {
  importKeys: new Set(),
  phaseExists: false,
  failures: [],
  gates: [],
  entries: [],
  owed: [],
  printed: null,
}
const REDFIX = readFileSync('e2e/fixtures/REVIEW-redfix.txt', 'utf8')
const VERDICTS = `# REVIEW — phase x

## Failures

- gitea 3.6.0: crash loop

## Verdicts

### M1: PASS @ 2026-06-18T01:18Z

- gitea — PROVISIONAL

## Log

- 00:25Z — Claim seen.
- Idle.
`

function match(text: string, known: Partial<KnownReview> = {}) {
  const read = readReview(text)
  if (!read.ok) throw new Error(read.refusal.sentence)
  return { reading: read.value, items: matchReview(read.value, { ...NOTHING, ...known }) }
}

describe('counting', () => {
  const importKeys = new Set(match(REDFIX).items.map(({ key }) => key))
  test.each<[string, string, Partial<KnownReview>, string]>([
    [
      'all new',
      REDFIX,
      {},
      '1 phase, 2 gates, 6 failures, 1 recorded cause, 2 facts, 2 log entries, 2 owed items are new; 0 are on record already.',
    ],
    ['nothing new', REDFIX, { importKeys }, 'Nothing is new; 16 are on record already.'],
    [
      'one of each',
      REDFIX.replace('- M1 — all six', '- M1 — all seven').replace('Idling', 'Waiting'),
      { importKeys },
      'Nothing is new; 14 are on record already; 1 is there in other words; 1 differs from the record.',
    ],
    ['one thing', '# REVIEW — phase x\n', {}, '1 phase is new; 0 are on record already.'],
  ])('%s', (_, text, known, expected) => {
    expect(countItems(match(text, known).items)).toBe(expected)
  })
})

test('an item is shown under a name, with its words and line', () => {
  expect(match(VERDICTS).items.map(describeItem)).toEqual([
    { name: 'x', text: '', line: null },
    { name: 'gitea', text: '3.6.0', line: 5 },
    { name: 'fact', text: 'gitea 3.6.0: crash loop', line: 5 },
    { name: 'M1: the file says PASS, 2026-06-18 01:18Z', text: 'M1: PASS @ 2026-06-18T01:18Z', line: 9 },
    { name: 'M1, gitea: the file says PROVISIONAL, 2026-06-18 01:18Z', text: 'gitea — PROVISIONAL', line: 11 },
    { name: '00:25Z, no full time', text: 'Claim seen.', line: 15 },
    { name: 'no time stated', text: 'Idle.', line: 16 },
  ])
})

test('a log entry of the same time in other words says so', () => {
  const [entry] = match(REDFIX, { entries: [{ at: '2026-06-17T23:18:00Z', text: 'x' }] }).items.filter(
    ({ kind }) => kind === 'entry',
  )
  expect(entry && wordStatus(entry)).toBe('on record for the same time, in other words')
})

test('the items stand in groups, what is said of a failure beneath it', () => {
  expect(groupItems(match(REDFIX).items).map(({ group, items }) => [group, items.length])).toEqual([
    ['gates', 2],
    ['failures', 9],
    ['log', 1],
    ['preStaged', 1],
    ['owed', 2],
  ])
})

describe('on a terminal', () => {
  test('what was not placed stands there with its line, and the count last', () => {
    const { reading, items } = match(REDFIX)
    expect(printReview(reading, items).slice(-4)).toEqual([
      'Not placed',
      '  line 26: mattermost-lts (recipe @',
      '',
      countItems(items),
    ])
  })

  test('a new item has a plus and its line', () => {
    const { reading, items } = match(VERDICTS)
    expect(printReview(reading, items)).toContain('  + M1: the file says PASS, 2026-06-18 01:18Z (new, line 9)')
    expect(printReview(reading, items)).toContain('      + fact (new, line 5)')
  })

  test('a file cannot steer it', () => {
    const { reading, items } = match('# REVIEW — phase x\n\nMission: \u001b[2J clear\u0007 \u009b1m \u202eSSAP\n')
    expect(printReview(reading, items).join('\n')).toContain(' clear[U+0007]  [U+202E]SSAP')
    expect(printReview(reading, items).join('\n')).not.toMatch(/[^\P{Cc}\n]/u)
  })
})
