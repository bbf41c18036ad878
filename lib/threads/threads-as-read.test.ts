import { describe, expect, test } from 'vitest'
import { aThread, SETTLED } from '#lib/testing/a-thread.ts'
import { moment } from '#lib/testing/record-of.ts'
import { beginQuestion } from './begin-question.ts'
import { listUnread } from './list-unread.ts'
import { sortThreads } from './sort-threads.ts'
import { parseThreadSubject, threadSubject } from './thread-subject.ts'

describe('unread is', () => {
  const thread = aThread([
    ['bob', 'builder', '00:40'],
    ['ada', 'adversary', '00:50'],
    ['bob', 'builder', '00:55'],
  ])
  test.each([
    ['all that others said, for who never looked', 'olga', 0, [10, 11, 12, 13]],
    ['not what one said oneself', 'ada', 0, [11, 13]],
    ['not what was said up to and with the mark', 'ada', 11, [13]],
    ['nothing once the last is read', 'ada', 13, []],
  ])('%s', (_, person, readTo, unread) => {
    expect(listUnread(thread, person, readTo)).toEqual(unread)
  })
})

test('what waits for the reader comes first, then the longest wait, then what is settled, newest first', () => {
  const answered = aThread([['bob', 'builder', '00:40']], { thread: 1 })
  const older = aThread([['bob', 'builder', '00:35']], { thread: 2 })
  const waiting = aThread([], { thread: 3 })
  const settled = aThread([], { thread: 4, settled: SETTLED })
  const settledLater = aThread([], {
    thread: 5,
    settled: { seq: 31, person: 'ada', at: moment('01:01').toISOString() },
  })
  const all = [settled, waiting, answered, settledLater, older]
  const order = (reader: Parameters<typeof sortThreads>[1]) => sortThreads(all, reader).map(({ thread }) => thread)
  expect(order({ person: 'ada', name: 'Ada', role: 'adversary' })).toEqual([2, 1, 3, 5, 4])
  expect(order({ person: 'bob', name: 'Bob', role: 'builder' })).toEqual([3, 2, 1, 5, 4])
})

test('a long question is begun, a short one is whole', () => {
  expect(beginQuestion(aThread())).toBe('Which commit was it?')
  const long = aThread()
  const words = 'Which commit was it that you ran? '.repeat(20)
  expect(beginQuestion({ messages: long.messages.map((said) => ({ ...said, text: words })) }).length).toBeLessThan(180)
})

test.each([
  ['thread-3', 3],
  ['thread-0', null],
  ['thread-', null],
  ['#3', null],
  ['thread-3b', null],
])('the record calls a thread thread-3: %s', (subject, thread) => {
  expect(parseThreadSubject(subject)).toBe(thread)
  if (thread !== null) expect(threadSubject(thread)).toBe(subject)
})
