import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../db.ts'
import { openDatabase } from '../open-database.ts'
import { findDraft, saveDraft } from './drafts.ts'

const NOW = new Date('2026-06-18T00:10:00.000Z')
const daysBefore = (days: number, ms = 0) => new Date(NOW.getTime() - days * 24 * 3_600_000 - ms)

let db: Db
beforeEach(() => {
  db = openDatabase(':memory:')
})
const save = (id: string, person: string, at = NOW, content: unknown = { typed: id }) =>
  saveDraft(db, { id, person, form: 'review', content, at })

test('what a person typed comes back to them, and to nobody else', () => {
  save('one', 'ada', NOW, { values: { text: ['# REVIEW'] } })
  expect(findDraft(db, 'one', 'ada')).toEqual({
    id: 'one',
    form: 'review',
    content: { values: { text: ['# REVIEW'] } },
    savedAt: NOW,
  })
  expect(findDraft(db, 'one', 'bob')).toBeNull()
  expect(findDraft(db, 'two', 'ada')).toBeNull()
})

test('the same draft saved again is replaced by its owner, not by anybody else', () => {
  save('one', 'ada')
  save('one', 'ada', NOW, 'again')
  save('one', 'bob', NOW, 'mine')
  expect(findDraft(db, 'one', 'ada')?.content).toBe('again')
  expect(findDraft(db, 'one', 'bob')).toBeNull()
})

test.each([
  ['of exactly 14 days stays', daysBefore(14), true],
  ['older by a millisecond goes', daysBefore(14, 1), false],
])('at the next saving a draft %s', (_, at, stays) => {
  save('old', 'ada', at)
  save('new', 'bob')
  expect(findDraft(db, 'old', 'ada') !== null).toBe(stays)
})

test('a person keeps their newest twenty, whatever others have', () => {
  save('other', 'bob', daysBefore(9))
  for (let day = 0; day < 21; day++) save(`draft ${day}`, 'ada', daysBefore(0, 21 - day))
  expect(findDraft(db, 'draft 0', 'ada')).toBeNull()
  expect(findDraft(db, 'draft 1', 'ada')).not.toBeNull()
  expect(findDraft(db, 'draft 20', 'ada')).not.toBeNull()
  expect(findDraft(db, 'other', 'bob')).not.toBeNull()
})
