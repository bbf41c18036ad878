import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type KnownFailure, type KnownReview, matchReview, type ReviewItem } from './match-review.ts'
import { readReview } from './read-review.ts'

const seed = readFileSync(new URL('../../../e2e/fixtures/REVIEW-redfix.txt', import.meta.url), 'utf8')
const nothing: KnownReview = {
  importKeys: new Set(),
  phaseExists: false,
  failures: [],
  gates: [],
  entries: [],
  owed: [],
  printed: null,
}

const discourse: KnownFailure = { name: 'discourse', version: null, image: null, sweptAs: null }

const REVIEW = `# REVIEW — phase redfix (Adversary)

## Gates

- M1 — all investigated

## Failures

- discourse

## Verdicts

## Log

- 2026-06-18T00:10Z — Stayed off the swarm.
  - discourse: a stale test
  - Still owed before M1: own run of discourse
`

function match(text: string, known: KnownReview = nothing): ReviewItem[] {
  const result = readReview(text)
  if (!result.ok) throw new Error(result.refusal.sentence)
  return matchReview(result.value, known)
}

const imported = (items: readonly ReviewItem[]): KnownReview => ({
  ...nothing,
  importKeys: new Set(items.map(({ key }) => key)),
})
const statuses = (items: readonly ReviewItem[]) => items.map(({ kind, status }) => `${kind} ${status}`)
const newOnes = (items: readonly ReviewItem[]) =>
  items.filter(({ status }) => status !== 'known').map(({ kind, status }) => `${kind} ${status}`)

test('offers all of a file when nothing is on record', () => {
  const items = match(seed)
  expect(items.map(({ kind }) => kind)).toEqual([
    ...['phase', 'gate', 'gate'],
    ...['failure', 'hypothesis', 'fact', 'failure', 'fact', 'failure', 'failure', 'failure', 'failure'],
    ...['entry', 'entry', 'owed', 'owed'],
  ])
  expect(new Set(items.map(({ status }) => status))).toEqual(new Set(['new']))
})

test('knows all of a file that was imported before', () => {
  expect(newOnes(match(seed, imported(match(seed))))).toEqual([])
})

test('offers of a later version exactly what was added', () => {
  const verdict = '## Verdicts\n\n### M1: **PASS** @ 2026-06-18T01:18Z\n'
  const later = `${REVIEW.replace('## Verdicts\n', verdict)}- 2026-06-18T01:20Z — M1 judged.\n`
  expect(newOnes(match(later, imported(match(REVIEW))))).toEqual(['verdict new', 'entry new'])
})

test('recognises in Markdown what was imported from a rendering with joined words', () => {
  const rendering = REVIEW.replaceAll(/^#+ /gm, '')
    .replaceAll('\n\n', '\n')
    .replaceAll(/^ +/gm, '')
    .replace('the swarm', 'theswarm')
  const markdown = REVIEW.replace('the swarm', 'the `swarm`').replace('a stale test', 'a **stale** test')
  expect(newOnes(match(markdown, imported(match(rendering))))).toEqual([])
})

const VERSIONED = '# REVIEW — phase x\n\n## Failures\n\n- discourse 0.8.1+3.5.0 — swept red as: a timeout\n'
test.each<[string, Partial<KnownFailure>, string[]]>([
  ['nothing more', {}, ['phase new', 'hypothesis new', 'fact new']],
  ['that version and cause', { version: '0.8.1+3.5.0', sweptAs: 'A timeout' }, ['phase new']],
  ['another version', { version: '0.8.0+3.5.0' }, ['phase new', 'failure differs', 'hypothesis new']],
  ['another cause', { version: '0.8.1+3.5.0', sweptAs: 'a flake' }, ['phase new', 'hypothesis differs']],
])('of a failure on record with %s only the rest is new', (_, held, expected) => {
  const items = match(VERSIONED, { ...nothing, failures: [{ ...discourse, ...held }] })
  expect(newOnes(items)).toEqual(expected)
  expect(items.flatMap((item) => (item.kind === 'fact' ? [item.fact] : []))).toEqual(
    expected.includes('fact new') ? [{ text: 'discourse 0.8.1+3.5.0', line: 5 }] : [],
  )
})

test('a version that a fact tells is no fact of its own', () => {
  const items = match(`${VERSIONED}  - since 0.8.1+3.5.0 it is red\n`, { ...nothing, failures: [discourse] })
  expect(items.filter(({ kind }) => kind === 'fact')).toHaveLength(1)
})

test('counts lines that say the same once', () => {
  const line = '- 2026-06-18T01:20Z — Idle.\n'
  const lines = match(REVIEW + line + line).map((item) => (item.kind === 'entry' ? item.entry.line : null))
  expect(lines.filter((at) => at !== null)).toEqual([15, 18])
})

test.each<[string, Partial<KnownReview>, string]>([
  ['the phase', { phaseExists: true }, 'phase known'],
  ['the failure', { failures: [discourse] }, 'failure known'],
  ['the gate in the same words', { gates: [{ id: 'M1', criteria: 'All  investigated' }] }, 'gate known'],
  ['the gate with other criteria', { gates: [{ id: 'M1', criteria: 'five of six' }] }, 'gate differs'],
  ['another gate', { gates: [{ id: 'M2', criteria: 'all investigated' }] }, 'gate new'],
  [
    'an entry of that minute in other words',
    { entries: [{ at: '2026-06-18T00:10:42.000Z', text: 'Kept off.' }] },
    'entry similar',
  ],
  ['an entry of another minute', { entries: [{ at: '2026-06-18T00:11:00Z', text: 'Kept off.' }] }, 'entry new'],
  ['an entry without a time', { entries: [{ at: null, text: 'Kept off.' }] }, 'entry new'],
  [
    'the debt in the same words',
    { owed: [{ by: 'adversary', failure: 'discourse', text: 'own run of discourse' }] },
    'owed known',
  ],
  [
    'the debt in other words',
    { owed: [{ by: 'adversary', failure: 'discourse', text: 'a cold run' }] },
    'owed similar',
  ],
  ['a debt of the other side', { owed: [{ by: 'builder', failure: 'discourse', text: 'a cold run' }] }, 'owed new'],
  ['a debt on no failure', { owed: [{ by: 'adversary', failure: null, text: 'a cold run' }] }, 'owed new'],
])('with %s on record', (_, known, expected) => {
  expect(statuses(match(REVIEW, { ...nothing, ...known }))).toContain(expected)
})

test('an entry on record in the same words is known, and a second one of that minute is new', () => {
  const text = 'Stayed off the swarm.\n- discourse: a stale test\n- Still owed before M1: own run of discourse'
  const known = { ...nothing, entries: [{ at: '2026-06-18T00:10:00Z', text }] }
  const items = match(`${REVIEW}- 2026-06-18T00:10Z — Another one.\n`, known)
  expect(statuses(items.filter(({ kind }) => kind === 'entry'))).toEqual(['entry known', 'entry new'])
})

test('a verdict of the same minute in other words is similar, another cause recorded first differs', () => {
  const verdict = (words: string) => REVIEW.replace('## Verdicts\n', `### M1: PASS @ 2026-06-18T01:18Z\n\n${words}\n`)
  expect(newOnes(match(verdict('All six stand.'), imported(match(verdict('All six')))))).toEqual(['verdict similar'])
  const cause = (words: string) => REVIEW.replace('- discourse\n', `- discourse — swept red as: ${words}\n`)
  expect(newOnes(match(cause('timeout'), imported(match(cause('lint')))))).toEqual(['hypothesis differs'])
})

test('what has no date, and what is owed on no one failure, is never similar', () => {
  const text = REVIEW.replace('own run of discourse', 'a probe of the host').replace('2026-06-18T00:10Z — ', '')
  const known = {
    entries: [{ at: null, text: 'Kept off.' }],
    owed: [{ by: 'adversary', failure: null, text: 'a plan' }],
  }
  const found = statuses(match(text, { ...nothing, ...known }))
  expect(found).toContain('entry new')
  expect(found).toContain('owed new')
})

test('a key stays short, whatever the file says', () => {
  const long = 'word '.repeat(5000)
  const keys = match(`${REVIEW.replace('redfix', 'x'.repeat(60))}- 2026-06-18T01:20Z — ${long}\n`).map(({ key }) => key)
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(200)
})
