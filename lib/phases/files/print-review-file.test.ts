import { describe, expect, test } from 'vitest'
import type { ClaimPart } from '#lib/claims/claim-part.ts'
import type { Payloads } from '#lib/ledger/payloads.ts'
import { aCopy, aCopyFullOf, aMark, anEvent, inRedfix } from '#lib/testing/a-copy.ts'
import { HOSTILE_WORDS } from '#lib/testing/hostile-words.ts'
import { readReview } from '../review/read-review.ts'
import { printReviewFile } from './print-review-file.ts'

const OF_MUMBLE = 'a'.repeat(64)
const part = (failure: string, digest: string): ClaimPart => ({ failure, digest, judged: NOTHING })
const NOTHING = {
  ...{ criteria: '', requirements: [], plan: { path: null, sha256: null }, classification: null, fixes: [] },
  ...{ statement: { what: '', how: '', expected: [] }, evidence: [] },
}

const parts = [part('mumble', OF_MUMBLE), part('gitea', 'b'.repeat(64))]
const claimed = (seq: number, revision: number) => {
  const payload = { gate: 'M1', revision, parts, digest: '', answers: [] }
  return anEvent(seq, { ...inRedfix(), kind: 'claim.filed', payload }, 'builder')
}
const ruled = (seq: number, failure: string, revision: number, digest: string) => {
  const payload = {
    gate: 'M1',
    revision,
    digest,
    result: 'pass',
    reason: 'Green alone, three times.',
    cites: ['#3'],
  } satisfies Payloads['ruling.recorded']
  return anEvent(seq, { ...inRedfix(failure), kind: 'ruling.recorded', payload })
}
const judged = (seq: number, revision: number, result: 'pass' | 'fail') => {
  const payload = { gate: 'M1', revision, digest: '', result, reason: 'As claimed.' } as const
  return anEvent(seq, { ...inRedfix(), kind: 'verdict.recorded', payload })
}
const note = (text: string, statedAt: string | null = null) =>
  anEvent(5, { ...inRedfix(null, statedAt), kind: 'note.written', payload: { note: 'log', text, imported: null } })

const linesFrom = (text: string, start: string) => text.slice(text.indexOf(start)).split('\n')

test('a phase that was only opened has its plan, mission, gates and failures, and says that it is a copy', () => {
  expect(printReviewFile(aCopy({ events: [anEvent(1, opened(), 'operator')] })).split('\n')).toEqual([
    '# REVIEW — phase redfix (Adversary) — Six red recipes',
    '',
    'This is a copy of the record as of event 40 (abcdef012345), 2026-06-18T02:00:00.000Z. The record is at https://gates.example.org/phases/redfix and may have gone on since; this text is not state.',
    '',
    'Nobody recorded the text of the plan, so a change to it makes no PASS stale.',
    '',
    'Phase SSOT: plans/redfix.md',
    '',
    'Mission: Find out why they are red, and fix them.',
    '',
    '## Gates',
    '',
    '- M1 — Each failure is classified and shown.',
    '- M2 — Each failure is fixed and green.',
    '',
    '## Failures',
    '',
    '- **mumble**',
    '- **gitea**',
    '',
    '## Verdicts',
    '',
    '(none yet)',
    '',
    '## Adversary verification log',
    '',
    '- 2026-06-18T00:00Z — Phase redfix opened. (event 1; Olga, Operator)',
    '',
  ])
})

function opened() {
  const words = { title: '', mission: '', planPath: null, doneRule: null, lifetimeMs: 1, imported: null }
  return { ...inRedfix(), kind: 'phase.opened', payload: words } as const
}

describe('verdicts', () => {
  const events = [
    ...[ruled(1, 'gitea', 1, 'c'.repeat(64)), claimed(2, 1), ruled(3, 'mumble', 1, OF_MUMBLE), judged(4, 1, 'fail')],
    ...[claimed(5, 2), ruled(6, 'gitea', 2, 'b'.repeat(64)), judged(7, 2, 'pass'), ruled(8, 'mumble', 2, OF_MUMBLE)],
  ]
  const text = printReviewFile(aCopy({ events }))

  test('the latest stands first, each with the rulings that were in force when it was given', () => {
    expect(linesFrom(text, '## Verdicts').slice(0, 24)).toEqual([
      ...['## Verdicts', ''],
      ...['### M1 — Each failure is classified and shown: **PASS** @ 2026-06-18T00:06Z', ''],
      ...['Revision 2, by Ada; event 7. It is history: it does not count for what is claimed now.', ''],
      ...['> As claimed.', ''],
      '- mumble: **PASS**',
      '  - (2026-06-18T00:02Z, Ada, event 3, on #3; carried from revision 1)',
      '    > Green alone, three times.',
      '- gitea: **PASS**',
      '  - (2026-06-18T00:05Z, Ada, event 6, on #3)',
      '    > Green alone, three times.',
      '',
      ...['### M1 — Each failure is classified and shown: **FAIL** @ 2026-06-18T00:03Z', ''],
      ...['Revision 1, by Ada; event 4. It is history: it does not count for what is claimed now.', ''],
      ...['> As claimed.', ''],
      '- mumble: **PASS**',
      '  - (2026-06-18T00:02Z, Ada, event 3, on #3)',
      '    > Green alone, three times.',
    ])
    // Its ruling was on something else than what this revision claims.
    expect(text).toContain('- gitea: not ruled in this revision')
  })

  test('the importer reads them as they were given', () => {
    const read = readReview(text)
    expect(read.ok && read.value.verdicts.map(({ gate, failure, result }) => [gate, failure, result])).toEqual([
      ['M1', null, 'pass'],
      ['M1', 'mumble', 'pass'],
      ['M1', 'gitea', 'pass'],
      ['M1', null, 'fail'],
      ['M1', 'mumble', 'pass'],
    ])
  })

  test.each([
    ['counts', 'passed', 'pass', '2026-06-19T00:06:00.000Z', 'It counts until 2026-06-19 00:06Z.'],
    ['is stale', 'stale', 'pass', null, 'It is stale: mumble older than 24 h.'],
    ['is a FAIL', 'failed', 'fail', null, 'It stands.'],
  ] as const)('one that %s says so', (_, standing, result, freshUntil, words) => {
    const verdict = { ...aMark(7), gate: 'M1', revision: 2, digest: '', result, reason: '' }
    const failures = [{ failure: { failure: 'mumble' }, ruling: { kind: 'stale', because: 'older than 24 h' } }]
    const decision = { gate: { gate: 'M1' }, standing, verdict, freshUntil, failures }
    const gates = [{ decision, turn: { role: null } }] as const
    expect(printReviewFile(aCopy({ events: [judged(7, 2, result)], gates }))).toContain(`event 7. ${words}`)
  })

  test.each([
    ['PASS on all six', 'M1: **FAIL** @'],
    ['Not a verdict', 'M1: **FAIL** @'],
    ['All shown @ 2026-06-18T00:00Z in the log', 'M1: **FAIL** @'],
    ['All shown', 'M1 — All shown: **FAIL** @'],
  ])('criteria like “%s” never change what the heading says', (criteria, heading) => {
    const gates = [{ gate: 'M1', criteria, requirements: [], position: 1, definedAt: '' }]
    expect(printReviewFile(aCopy({ events: [judged(7, 1, 'fail')], held: { gates } }))).toContain(`### ${heading}`)
  })
})

describe('the log', () => {
  const entryOf = (event: ReturnType<typeof note>) =>
    linesFrom(printReviewFile(aCopy({ events: [event] })), '## Adversary verification log').slice(2, -1)

  test('an entry has the time that its author states, and the record’s beside it where they differ', () => {
    expect(entryOf(note('Read the plan.', '2026-06-17T23:18:00Z'))).toEqual([
      '- 2026-06-17T23:18Z — Read the plan. (event 5; Ada; recorded 2026-06-18T00:04Z)',
    ])
  })
  test('points of a note stay points of it, other lines are quoted', () => {
    expect(entryOf(note('Two things:\n- mumble: red\n* gitea: green\nNo more.'))).toEqual([
      '- 2026-06-18T00:04Z — Two things: (event 5; Ada)',
      ...['  - mumble: red', '  - gitea: green', '  > No more.'],
    ])
  })
  test('what the Builder records is not in it, unless it came out of a REVIEW', () => {
    const imported = { importKey: 'k', line: 7 }
    const told = (from: typeof imported | null) =>
      anEvent(
        5,
        { ...inRedfix(), kind: 'note.written', payload: { note: 'log', text: 'x', imported: from } },
        'builder',
      )
    expect(entryOf(told(null))).toEqual([])
    expect(entryOf(told(imported))).toEqual(['- 2026-06-18T00:04Z — x (event 5; Bob, Builder)'])
  })
  test('pre-staging is told from a verdict', () => {
    const event = anEvent(5, {
      ...inRedfix(),
      kind: 'note.written',
      payload: { note: 'pre-staging', text: 'M1 looks fine.', imported: null },
    })
    expect(entryOf(event)).toEqual(['- 2026-06-18T00:04Z — Pre-staging, not a verdict: M1 looks fine. (event 5; Ada)'])
  })
  test.each(['builder', 'adversary'] as const)('sealed reasoning of the %s leaves no trace', (role) => {
    const payload = { sealed: 'f'.repeat(64), length: 12 }
    const text = printReviewFile(
      aCopy({ events: [anEvent(5, { ...inRedfix('mumble'), kind: 'reasoning.written', payload }, role)] }),
    )
    expect(text).toBe(printReviewFile(aCopy()))
  })
})

describe('whatever people write, the file has the structure of one in which they write “x”', () => {
  const shape = (text: string) => {
    const lines = text.split('\n')
    const read = readReview(text)
    return {
      sections: lines.filter((line) => /^#{2,6} /.test(line)).map((line) => line.replace(/ — .*: \*\*/, ': **')),
      points: lines.filter((line) => /^ {0,3}[-*+] (?!2026-06-18T09| ?gitea| ?\\)/.test(line)).length,
      headings: lines.filter((line) => /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*#{1,6}(?:\s|$)/.test(line)).length,
      live: lines.filter((line) => /(?<!\\)(?:\\\\)*<[a-z/!?]/i.test(line)),
      verdicts: read.ok ? read.value.verdicts.map(({ gate, failure, result }) => `${gate} ${failure} ${result}`) : [],
      gates: read.ok ? read.value.gates.map(({ id }) => id) : [],
      failures: read.ok ? read.value.failures.map(({ name }) => name) : [],
    }
  }
  const plain = shape(printReviewFile(aCopyFullOf('x')))

  test.each(HOSTILE_WORDS)('who tries %s', (_, words) => {
    const text = printReviewFile(aCopyFullOf(words))
    const { points, ...found } = shape(text)
    const { points: usual, ...rest } = plain
    expect(found).toEqual(rest)
    // A note may have points of its own.
    expect(points - usual).toBeLessThanOrEqual(2 * 3)
  })
  test('the shape is not empty', () => {
    expect(plain).toMatchObject({
      verdicts: ['M1 null fail'],
      gates: ['M1', 'M2'],
      failures: ['mumble', 'gitea'],
      live: [],
    })
    expect(plain.headings).toBe(1 + plain.sections.length)
  })
})
