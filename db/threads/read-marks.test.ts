import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../db.ts'
import { openDatabase } from '../open-database.ts'
import { listReadMarks, markRead } from './read-marks.ts'

let db: Db
beforeEach(() => {
  db = openDatabase(':memory:')
})
const ada = { person: 'ada', phase: 'redfix', thread: 1 }
const marksOf = (person: string, phase = 'redfix') => [...listReadMarks(db, person, phase)]

test('a mark is its person’s, in its phase', () => {
  markRead(db, { ...ada, seq: 10 })
  markRead(db, { ...ada, thread: 2, seq: 12 })
  expect(marksOf('ada')).toEqual([
    [1, 10],
    [2, 12],
  ])
  expect(marksOf('bob')).toEqual([])
  expect(marksOf('ada', 'canon')).toEqual([])
})

test.each([
  ['moves forward', 11, 11],
  ['never moves back, when an older tab comes later', 9, 10],
])('a mark %s', (_, seq, kept) => {
  markRead(db, { ...ada, seq: 10 })
  markRead(db, { ...ada, seq })
  expect(marksOf('ada')).toEqual([[1, kept]])
})
