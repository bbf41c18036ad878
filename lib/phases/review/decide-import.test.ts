import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { USUAL_REQUIREMENTS } from '#lib/gates/requirements.ts'
import { decideImport, usuallyTaken } from './decide-import.ts'
import { type KnownReview, matchReview } from './match-review.ts'
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

function match(text: string, known: Partial<KnownReview> = {}) {
  const read = readReview(text)
  if (!read.ok) throw new Error(read.refusal.sentence)
  return { reading: read.value, items: matchReview(read.value, { ...NOTHING, ...known }) }
}
type Match = ReturnType<typeof match>
const decide = ({ reading, items }: Match, chosen: string[], failures: string[] = []) =>
  decideImport(reading, items, chosen, { gates: 0, failures, nextObligation: 7 })
function decided(found: Match, chosen: string[], failures: string[] = []) {
  const decision = decide(found, chosen, failures)
  if (!decision.ok) throw new Error(decision.refusal.sentence)
  return decision.value
}
const keysOf = ({ items }: Match, kind: string) => items.filter((item) => item.kind === kind).map(({ key }) => key)
const refusalOf = (decision: ReturnType<typeof decide>) => (decision.ok ? 'taken' : decision.refusal.reason)

describe('the redfix file, imported whole', () => {
  const found = match(REDFIX)
  const { events, ...counts } = decided(found, usuallyTaken(found.items))

  test('opens the phase, defines gates, adds failures and what is said about them, in this order', () => {
    expect(counts).toEqual({ added: 16, known: 0, left: 0 })
    expect(events.map(({ kind, subject, failure }) => [kind, subject ?? failure].join(' '))).toEqual([
      'phase.opened redfix',
      'gate.defined M1',
      'gate.defined M2',
      'failure.added discourse',
      'hypothesis.stated discourse',
      'fact.stated discourse',
      'failure.added mattermost-lts',
      'fact.stated mattermost-lts',
      'failure.added mumble',
      'failure.added bluesky-pds',
      'failure.added gitea',
      'failure.added keycloak',
      'note.written ',
      'note.written ',
      'obligation.owed owed-7',
      'obligation.owed owed-8',
    ])
  })

  test('keeps times as stated, also of what is said within a log entry', () => {
    const times = events.map(({ kind, statedAt }) => [kind, statedAt])
    expect(times.filter(([, at]) => at !== null)).toEqual([
      ['fact.stated', '2026-06-18T00:10:00Z'],
      ['fact.stated', '2026-06-18T00:10:00Z'],
      ['note.written', '2026-06-17T23:18:00Z'],
      ['note.written', '2026-06-18T00:10:00Z'],
      ['obligation.owed', '2026-06-18T00:10:00Z'],
      ['obligation.owed', '2026-06-18T00:10:00Z'],
    ])
  })

  test('takes the first gate as one of causes and the second as one of fixes', () => {
    const gates = events.flatMap((event) => (event.kind === 'gate.defined' ? [event.payload] : []))
    expect(gates.map(({ gate, requirements, position }) => [gate, requirements, position])).toEqual([
      ['M1', USUAL_REQUIREMENTS.cause, 1],
      ['M2', USUAL_REQUIREMENTS.fix, 2],
    ])
  })

  test('marks each event with its key and line', () => {
    const marks = events.map((event) => ('imported' in event.payload ? event.payload.imported : null))
    expect(marks.map((mark) => mark?.importKey)).toEqual(found.items.map(({ key }) => key))
    expect(marks.map((mark) => mark?.line)).toEqual([3, 10, 11, 5, 5, 24, 5, 23, 5, 5, 6, 6, 17, 19, 25, 25])
  })
})

describe('what is chosen of a file', () => {
  const found = match(REDFIX)
  const failures = keysOf(found, 'failure')
  const facts = keysOf(found, 'fact')

  test('what is not chosen is left out, and a new phase comes with the rest', () => {
    const { events, ...counts } = decided(found, failures.slice(0, 1))
    expect(events.map(({ kind }) => kind)).toEqual(['phase.opened', 'failure.added'])
    expect(counts).toEqual({ added: 2, known: 0, left: 14 })
  })

  test.each<[string, string, string[], string[]]>([
    ['nothing chosen', 'nothing_taken', [], []],
    ['a key of another file', 'nothing_taken', ['gate M9 0'], []],
    ['a fact without its failure', 'failure_not_taken', facts, []],
    ['a recorded cause without its failure', 'failure_not_taken', keysOf(found, 'hypothesis'), []],
    ['something owed on a failure that is not there', 'failure_not_taken', keysOf(found, 'owed'), []],
    ['a fact with its failure', 'taken', [...failures, ...facts], []],
    ['a fact on a failure that is on record', 'taken', facts, ['discourse', 'mattermost-lts']],
    ['a note that names failures which are not there', 'taken', keysOf(found, 'entry'), []],
  ])('%s: %s', (_, expected, chosen, known) => {
    expect(refusalOf(decide(found, chosen, known))).toBe(expected)
  })
})

test('a note belongs to a failure when it names exactly one that is there', () => {
  const list = '# REVIEW — phase x\n\n## Failures\n\n- gitea\n- mumble\n\n## Log\n\n'
  const found = match(
    `${list}- 2026-06-18T00:10Z — gitea is red\n- 2026-06-18T00:11Z — gitea and mumble are red\n- Idle.\n`,
  )
  const notes = (chosen: string[]) =>
    decided(found, chosen).events.flatMap((event) => (event.kind === 'note.written' ? [event.failure] : []))
  expect(notes(usuallyTaken(found.items))).toEqual(['gitea', null, null])
  expect(notes(keysOf(found, 'entry'))).toEqual([null, null, null])
})

describe('what is on record', () => {
  const importKeys = new Set(match(REDFIX).items.map(({ key }) => key))

  test('the same file again adds nothing, whatever is chosen', () => {
    expect(refusalOf(decide(match(REDFIX, { importKeys }), [...importKeys]))).toBe('nothing_new')
  })

  test('a gate in other words stays as the record has it, and the answer says so', () => {
    const other = REDFIX.replace('- M1 — all six', '- M1 — all seven')
    const found = match(other, { importKeys })
    const decision = decide(found, keysOf(found, 'gate'))
    expect(decision.ok ? null : decision.refusal.sentence).toContain('where it differs')
  })

  test('an entry of the same minute in other words is taken only when chosen', () => {
    const found = match(REDFIX.replace('Idling for', 'Waiting for'), { importKeys })
    const [similar] = found.items.filter(({ status }) => status === 'similar')
    expect(usuallyTaken(found.items)).toEqual([])
    const { events, ...counts } = decided(found, [similar?.key ?? ''])
    expect(events.map(({ kind }) => kind)).toEqual(['note.written'])
    expect(counts).toEqual({ added: 1, known: 15, left: 0 })
  })

  test('a header alone opens the phase, once', () => {
    const found = match('# REVIEW — phase x\n')
    expect(decided(found, []).events.map(({ kind }) => kind)).toEqual(['phase.opened'])
    expect(refusalOf(decide(match('# REVIEW — phase x\n', { phaseExists: true }), []))).toBe('nothing_new')
  })
})

test('what is said within an entry is stated at its time, and what stands after it at none', () => {
  const file = [
    '# REVIEW — phase x\n\n## Failures\n\n- gitea\n\n## Log\n',
    '- 2026-06-18T00:10Z — First.\n  - gitea restarts',
    '- 2026-06-18T00:20Z — Second.\n  - gitea: its volume is read-only',
    '- Third.\n  - STILL OWED: a run of gitea',
    '\n## Still owed before M1\n\n- gitea under load\n',
  ].join('\n')
  const found = match(file)
  const events = decided(found, usuallyTaken(found.items)).events
  expect(
    events.flatMap(({ kind, statedAt }) => (kind === 'fact.stated' || kind === 'obligation.owed' ? [statedAt] : [])),
  ).toEqual(['2026-06-18T00:10:00Z', '2026-06-18T00:20:00Z', null, null])
  const after = match(file.replace('- Third.', '- 2026-06-18T00:30Z — Third.'))
  const times = decided(after, usuallyTaken(after.items)).events
  expect(times.flatMap(({ kind, statedAt }) => (kind === 'obligation.owed' ? [statedAt] : []))).toEqual([
    '2026-06-18T00:30:00Z',
    null,
  ])
})

test('a verdict on a failure needs the failure', () => {
  const found = match('# REVIEW — phase x\n\n## Failures\n\n- gitea\n\n### M1 gitea: PASS\n')
  expect(refusalOf(decide(found, keysOf(found, 'verdict')))).toBe('failure_not_taken')
  expect(refusalOf(decide(found, keysOf(found, 'verdict'), ['gitea']))).toBe('taken')
})

test('a version is said by the fact that names it, so a failure without one learns it', () => {
  const text = '# REVIEW — phase x\n\n## Failures\n\n- gitea 3.6.0: crash loop\n- gitea\n  - restarts\n'
  const found = match(text)
  const facts = decided(found, usuallyTaken(found.items)).events.flatMap((event) =>
    event.kind === 'fact.stated' ? [event.payload.version] : [],
  )
  expect(facts).toEqual(['3.6.0', null])
})

const DATELESS = [
  '# REVIEW — phase redfix\n\nMission: explain (discourse, mumble)\n\n## Log\n',
  '- 23:59Z — time only entry',
  '- 2026-13-45T99:99Z — impossible time',
  '- 2026-06-18T00:10Z — a moment\n',
  '## Verdicts\n\n### M1: PASS @ 2026-13-45T99:99Z\n\n- discourse: PASS, own run\n',
].join('\n')

test('a time that is no moment is kept in the words, once; one that is stands as stated', () => {
  const found = match(DATELESS)
  const { events } = decided(found, usuallyTaken(found.items))
  const told = events.flatMap((event) =>
    event.kind === 'note.written' || event.kind === 'verdict.stated' ? [[event.payload.text, event.statedAt]] : [],
  )
  expect(told).toEqual([
    ['M1: PASS @ 2026-13-45T99:99Z', null],
    ['2026-13-45T99:99Z — discourse: PASS, own run', null],
    ['23:59Z — time only entry', null],
    ['2026-13-45T99:99Z — impossible time', null],
    ['a moment', '2026-06-18T00:10:00Z'],
  ])
})
