import { expect, test } from 'vitest'
import { explainTimeConflict, isStatedAhead } from './explain-time-conflict.ts'
import { explainVerification } from './explain-verification.ts'
import { showBody } from './show-body.ts'

const HEAD = 'ab'.repeat(32)

test.each([
  ['an empty record', { ok: true, events: 0, head: HEAD, ms: 0 }, `All 0 events verify, in 0 ms; head ${HEAD}.`],
  ['one event', { ok: true, events: 1, head: HEAD, ms: 0.4 }, `The one event verifies, in 1 ms; head ${HEAD}.`],
  ['many', { ok: true, events: 100_000, head: HEAD, ms: 812.9 }, `All 100,000 events verify, in 813 ms; head ${HEAD}.`],
  [
    'a changed body',
    { ok: false, events: 699, firstBad: 700, because: 'its content does not match its hash', ms: 12 },
    'Event 700 does not verify: its content does not match its hash (the 699 before it do; 12 ms). From now on nothing is recorded, until the Operator has restored the record.',
  ],
  [
    'a changed beginning',
    { ok: false, events: 0, firstBad: 1, because: 'event 1 is missing', ms: 1 },
    'Event 1 does not verify: event 1 is missing (no event before it; 1 ms). From now on nothing is recorded, until the Operator has restored the record.',
  ],
  [
    'a changed table',
    { ok: false, events: 1_203, differing: ['verdicts'], ms: 12 },
    'The chain of 1,203 events verifies, but the table verdicts differs from the ledger (12 ms): the screens may show what was never recorded. Restarting Gatehouse rebuilds it.',
  ],
  [
    'changed tables',
    { ok: false, events: 1, differing: ['phases', 'role_grants'], ms: 12 },
    'The chain of 1 event verifies, but the tables phases, role_grants differ from the ledger (12 ms): the screens may show what was never recorded. Restarting Gatehouse rebuilds them.',
  ],
] as const)('a walk over %s is told in a sentence', (_, found, sentence) => {
  expect(explainVerification(found)).toBe(sentence)
})

const RECORDED = '2026-06-18T00:57:00.000Z'
test.each([
  ['nobody stated a time', null, null],
  ['the same minute', '2026-06-18T00:57:00.000Z', null],
  ['five minutes apart', '2026-06-18T00:52:00.000Z', null],
  ['a second more', '2026-06-18T00:51:59.000Z', 'It is stated for 5 min before it was recorded.'],
  ['an hour before', '2026-06-18T00:00:00.000Z', 'It is stated for 57 min before it was recorded.'],
  ['a time to come', '2026-06-18T03:02:00.000Z', 'It is stated for 2 h 5 min after it was recorded.'],
])('recorded and stated time: %s', (_, stated, sentence) => {
  expect(explainTimeConflict(RECORDED, stated)).toBe(sentence)
})

test.each([
  ['nobody stated a time', null, false],
  ['an hour before, as imported entries are', '2026-06-18T00:00:00Z', false],
  ['five minutes ahead, as clocks differ', '2026-06-18T01:02:00Z', false],
  ['a second more', '2026-06-18T01:02:01Z', true],
])('stated for a time that had not come: %s', (_, stated, ahead) => {
  expect(isStatedAhead(RECORDED, stated)).toBe(ahead)
})

test.each([
  [
    'an event',
    '{"a":[1],"statedAt":null}',
    { pretty: '{\n  "a": [\n    1\n  ],\n  "statedAt": null\n}', statedAt: null },
  ],
  ['cut bytes', '{"a":[1],"sta', null],
  ['another object', '{"a":1}', null],
  ['a time that is none', '{"statedAt":"soon"}', null],
])('a stored body that is %s', (_, body, shown) => {
  expect(showBody(body)).toEqual(shown)
})
