import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { findCopyMark } from '#lib/phases/files/copy-mark.ts'
import { explainCopy } from '#lib/phases/files/explain-copy.ts'
import { printReviewFile } from '#lib/phases/files/print-review-file.ts'
import { mayBeTaken, usuallyTaken } from '#lib/phases/review/decide-import.ts'
import { matchReview } from '#lib/phases/review/match-review.ts'
import { readReview } from '#lib/phases/review/read-review.ts'
import { withoutPrinted } from '#lib/phases/review/without-printed.ts'
import { HOSTILE_WORDS } from '#lib/testing/hostile-words.ts'
import type { Db } from '../db.ts'
import { addFailure } from '../failures/add-failure.ts'
import { headSeq, listEvents } from '../ledger/list-events.ts'
import { recordAsSystem } from '../ledger/record.ts'
import { writeNote } from '../notes/write-note.ts'
import { owe } from '../obligations/owe.ts'
import { aCopyOf, aLedger, removeDatabases } from '../testing/databases.ts'
import { tellTheLongStory } from '../testing/long-story.ts'
import { must } from '../testing/must.ts'
import { asAdversary, asBuilder, asOperator } from '../testing/people.ts'
import { aPhase } from '../testing/phases.ts'
import { raiseVeto } from '../vetoes/raise-veto.ts'
import { findKnownReview } from './find-known-review.ts'
import { findPhaseCopy } from './find-phase-copy.ts'
import { importReview } from './import-review.ts'

afterAll(removeDatabases)

const NOW = new Date('2026-06-18T20:00:00.000Z')
const phase = 'redfix'
const SEED = readFileSync('e2e/fixtures/REVIEW-redfix.txt', 'utf8')

const scenarios = {
  'a fresh phase': () => built((db) => aPhase(db)),
  'the imported file of redfix': () => built((db) => must(importAll(db, SEED))),
  'the long story': () => built((db) => tellTheLongStory(db)),
}
type Scenario = keyof typeof scenarios
const told = new Map<Scenario, Db>()
function tell(scenario: Scenario): Db {
  const db = told.get(scenario) ?? scenarios[scenario]()
  told.set(scenario, db)
  return db
}
function built(story: (db: Db) => unknown): Db {
  const db = aLedger()
  story(db)
  return db
}

function importAll(db: Db, text: string, taken = read(db, text).taken) {
  return importReview(db, asAdversary({ phase, name: 'REVIEW-redfix.md', sha256: 'f'.repeat(64), text, taken }))
}
function read(db: Db, text: string) {
  const reading = must(readReview(text))
  const known = findKnownReview(db, phase, findCopyMark(text))
  const items = matchReview(reading, known)
  const { unplaced } = withoutPrinted(reading, known.printed)
  return { items, unplaced, known, open: items.filter(mayBeTaken), taken: usuallyTaken(items) }
}
function printed(db: Db, now = NOW, seq?: number): string {
  const copy = findPhaseCopy(
    db,
    phase,
    { recordAt: 'https://gates.example.org/phases/redfix', ...(seq && { seq }) },
    now,
  )
  if (!copy) throw new Error('There is no such phase.')
  return printReviewFile(copy)
}
function expectNothingNew(db: Db, text: string): void {
  const before = headSeq(db)
  const { items, open, unplaced } = read(db, text)
  expect(open.map(({ kind, key, status }) => [kind, key, status])).toEqual([])
  expect(unplaced).toEqual([])
  const everything = items.map(({ key }) => key)
  const result = importAll(db, text, everything)
  expect(result.ok ? null : result.refusal.reason).toBe('nothing_new')
  expect(headSeq(db)).toBe(before)
}

const AS_COPIED: { [how: string]: (text: string) => string } = {
  'as it was printed': (text) => text,
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'with CR': (text) => text.replaceAll('\n', '\r'),
  'behind a byte order mark': (text) => `\uFEFF${text}`,
  'indented as a block': (text) => text.replace(/^(?=.)/gm, '    '),
  'indented by a tab': (text) => text.replace(/^(?=.)/gm, '\t'),
  'nested twice as deep': (text) => text.replace(/^ +/gm, (indent) => indent.repeat(2)),
  'with other bullets': (text) => text.replace(/^( *)- /gm, '$1* '),
  'with spaces at the ends of lines': (text) => text.replace(/$/gm, '  '),
  'without its last line end': (text) => text.trimEnd(),
}

describe('a copy that is imported again adds nothing', () => {
  describe.each(['a fresh phase', 'the imported file of redfix', 'the long story'] as const)('%s', (scenario) => {
    test.each(Object.entries(AS_COPIED))('%s', (_, change) => {
      const db = tell(scenario)
      expectNothingNew(db, change(printed(db)))
    })
    test('a day later, when every PASS is stale', () => {
      const db = tell(scenario)
      expectNothingNew(db, printed(db, new Date(NOW.getTime() + 48 * 3_600_000)))
    })
  })

  describe('a copy of an earlier state, after all that came later', () => {
    const db = aLedger()
    const moments: { seq: number; text: string }[] = []
    tellTheLongStory(db, () => moments.push({ seq: headSeq(db, phase), text: printed(db) }))

    test.each(moments.map(({ seq, text }) => [seq, text] as const))('as of event %i', (seq, text) => {
      expect(printed(db, NOW, seq)).toBe(text)
      expectNothingNew(db, text)
    })
  })

  test('after somebody was given another name', () => {
    const db = aCopyOf(tell('the long story'))
    const before = printed(db)
    const named = { person: 'ada', name: 'Ada Lovelace', invitedBy: null }
    const nowhere = { phase: null, failure: null, subject: null, statedAt: null }
    const added = { ...nowhere, kind: 'person.added', payload: named } as const
    db.$client.transaction(() => recordAsSystem(db, { id: 'renamed', at: NOW }, [added])).immediate()
    expect(before).toContain('; Ada)')
    expect(printed(db)).toBe(before)
    expectNothingNew(db, before)
  })

  test.each(HOSTILE_WORDS)('where people write words that try %s', (_, words) => {
    const db = saying(words)
    expectNothingNew(db, printed(db))
  })
  test('where people write anything', () => {
    const line = fc.constantFrom(
      ...HOSTILE_WORDS.map(([, words]) => words),
      'mumble: ',
      '- STILL OWED before M1: ',
      ' ',
      'x',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string({ unit: 'binary', maxLength: 20 })), { maxLength: 6 }), (lines) => {
        const db = saying(`w${lines.join('\n')}`)
        expectNothingNew(db, printed(db))
        db.$client.close()
      }),
      { numRuns: 40 },
    )
  })
})

/** A phase in which people say these words wherever a short command lets them. */
function saying(words: string): Db {
  const db = aCopyOf(tell('a fresh phase'))
  const note = { phase, failure: null, statedAt: null } as const
  const short = words.slice(0, 90)
  const added = { phase, failure: 'keycloak', recipe: 'keycloak', version: short, image: short, sweptAs: short }
  must(addFailure(db, asOperator(added)))
  must(writeNote(db, asAdversary({ ...note, note: 'log', text: words })))
  must(writeNote(db, asOperator({ ...note, note: 'pre-staging', text: words, statedAt: '2026-06-18T00:10:00Z' })))
  must(owe(db, asAdversary({ phase, failure: 'mumble', by: 'builder', text: words, before: 'M1' })))
  must(raiseVeto(db, asOperator({ phase, gate: null, reason: words })))
  return db
}

describe('what somebody writes into a copy is offered as new', () => {
  const log = '\n- 2026-06-18T19:00Z — Ran it once more, green.\n'
  const verdict = '### M2 — all: **FAIL** @ 2026-06-18T19:10Z\n\nNot yet.\n\n'
  test.each<[string, (text: string) => string, string[]]>([
    ['an entry at the end', (text) => `${text.trimEnd()}${log}`, ['entry new']],
    ['a verdict at the top', (text) => text.replace('## Verdicts\n\n', `## Verdicts\n\n${verdict}`), ['verdict new']],
    ['a gate', (text) => text.replace('\n\n## Failures', '\n- M3 — all kept\n\n## Failures'), ['gate new']],
    ['other words in an entry', (text) => text.replace('— Begun yesterday.', '— Begun today.'), ['entry similar']],
    [
      'both',
      (text) => `${text.replace('## Verdicts\n\n', `## Verdicts\n\n${verdict}`).trimEnd()}${log}`,
      ['verdict new', 'entry new'],
    ],
  ])('%s', (_, change, found) => {
    const db = aCopyOf(tell('the long story'))
    must(
      writeNote(
        db,
        asAdversary({ phase, failure: null, note: 'log', text: 'Begun yesterday.', statedAt: '2026-06-17T09:00:00Z' }),
      ),
    )
    const text = change(printed(db))
    expect(read(db, text).open.map(({ kind, status }) => `${kind} ${status}`)).toEqual(found)
    expect(read(db, text).unplaced).toEqual([])
  })

  test('and is recorded once', () => {
    const db = aCopyOf(tell('the long story'))
    const text = `${printed(db).trimEnd()}${log}`
    const before = headSeq(db)
    must(importAll(db, text))
    expect(listEvents(db, {}, headSeq(db) - before).map(({ kind }) => kind)).toEqual([
      'note.written',
      'review.imported',
    ])
    expectNothingNew(db, text)
    expectNothingNew(db, printed(db))
  })
  test('words that the reader cannot place are shown, those of the record are not', () => {
    const db = tell('the long story')
    const text = printed(db).replace('## Adversary findings\n', '## Adversary findings\n\n- F-redfix-9: see the mail\n')
    expect(read(db, text).unplaced.map(({ text: words }) => words)).toEqual(['F-redfix-9: see the mail'])
  })
})

describe('a copy goes by this record alone', () => {
  const explained = (db: Db, text: string) => {
    const mark = findCopyMark(text)
    const { known, items } = read(db, text)
    return mark && explainCopy(mark, known.printed !== null, items)
  }
  test('one that says what the record says is called a copy', () => {
    const db = tell('the long story')
    const seq = headSeq(db, phase)
    expect(explained(db, printed(db))).toBe(`This is a copy of the record as of event ${seq}, 2026-06-18 20:00Z.`)
    expect(explained(db, `${printed(db)}- 2026-06-18T19:00Z — Green.\n`)).toBe(
      `This is a copy of the record as of event ${seq}, 2026-06-18 20:00Z; what differs from it was written by hand.`,
    )
  })

  const event = /event (\d+) \([0-9a-f]{12}\)/
  test.each<[string, (text: string, db: Db) => string]>([
    ['a hash that is not the event’s', (text) => text.replace(event, 'event $1 (000000000000)')],
    ['an event that is not there', (text) => text.replace(event, 'event 99999 (000000000000)')],
    [
      'an event of another phase',
      (text, db) => {
        const [other] = listEvents(db, { phase: 'canon' }, 1)
        return text.replace(event, `event ${other?.seq} (${other?.hash.slice(0, 12)})`)
      },
    ],
  ])('%s makes it a file like any other', (_, forge) => {
    const db = tell('the long story')
    const text = forge(printed(db), db)
    expect(read(db, text).known.printed).toBeNull()
    expect(read(db, text).taken).not.toEqual([])
    expect(explained(db, text)).toMatch(/but not of this record: it was read like any other file\.$/)
  })
  test('a right mark over other words makes none of them known', () => {
    const db = tell('the long story')
    const head = printed(db).split('\n').slice(0, 4).join('\n')
    const forged = `${head}\n## Verdicts\n\n### M2 — all: **PASS** @ 2026-06-18T19:10Z\n`
    expect(read(db, forged).open.map(({ kind, status }) => `${kind} ${status}`)).toEqual(['verdict new'])
  })
  test('a copy of an earlier state does not know what was recorded later', () => {
    const db = aCopyOf(tell('a fresh phase'))
    const early = printed(db)
    must(writeNote(db, asAdversary({ phase, failure: null, note: 'log', text: 'Later.', statedAt: null })))
    expectNothingNew(db, early)
    const later = printed(db)
      .split('\n')
      .find((line) => line.includes('— Later. (event'))
    expect(read(db, `${early}${later}\n`).open.map(({ kind, status }) => `${kind} ${status}`)).toEqual(['entry new'])
  })
})

test('the Builder’s sealed reasoning is in no copy', () => {
  const db = aCopyOf(tell('the long story'))
  const before = printed(db)
  const secret = 'It smells of a race in the proxy.'
  must(writeNote(db, asBuilder({ phase, failure: 'mumble', note: 'reasoning', text: secret, statedAt: null })))
  expect(printed(db)).not.toContain(secret)
  expect(printed(db).split('\n').slice(4)).toEqual(before.split('\n').slice(4))
})

test('a phase that nobody opened has no copy', () => {
  expect(findPhaseCopy(tell('a fresh phase'), 'lvl5', { recordAt: '' }, NOW)).toBeNull()
})
