import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Db } from '../db.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { openDatabase } from '../open-database.ts'
import { ensurePracticePeople } from '../people/ensure-practice-people.ts'
import { saveDraft } from '../working/drafts.ts'
import { findPhaseFacts } from './find-phase-facts.ts'
import { importDraft } from './import-draft.ts'

const NOW = new Date('2026-06-18T02:00:00.000Z')
const TEXT = '# REVIEW — phase x\n\n## Failures\n\n- gitea\n'
const DRAFT = randomUUID()

let db: Db
beforeEach(() => {
  db = openDatabase(':memory:')
  openLedger(db, 'practice', NOW)
  ensurePracticePeople(db, NOW)
})
const keep = (content: unknown) =>
  saveDraft(db, { id: DRAFT, person: 'practice-builder', form: 'review', content, at: NOW })
function importAs(person: string, id: string = randomUUID()) {
  const input = { draft: DRAFT, taken: ['failure gitea'] }
  return importDraft(db, { id, actor: { person, name: person, role: null }, at: NOW, input })
}
const reasonOf = (result: ReturnType<typeof importAs>) => (result.ok ? null : result.refusal.reason)

test('records from the file that waits, and the same submit twice records once', () => {
  keep({ name: 'REVIEW-x.md', sha256: 'f'.repeat(64), text: TEXT })
  const id = randomUUID()
  const first = importAs('practice-builder', id)
  expect(first.ok).toBe(true)
  expect(importAs('practice-builder', id)).toEqual(first)
  expect(findPhaseFacts(db, 'x')?.failures.map(({ failure }) => failure)).toEqual(['gitea'])
})

test.each<[string, unknown, string, string]>([
  ['the file of somebody else', { name: 'x', sha256: '', text: TEXT }, 'practice-adversary', 'draft_gone'],
  ['a draft of another form', { state: {} }, 'practice-builder', 'draft_gone'],
  ['a file that is no REVIEW', { name: 'x', sha256: '', text: '{}' }, 'practice-builder', 'not_a_review'],
])('refuses %s', (_, content, person, reason) => {
  keep(content)
  expect(reasonOf(importAs(person))).toBe(reason)
  expect(findPhaseFacts(db, 'x')).toBeNull()
})

test('refuses a file that is no longer kept', () => {
  expect(reasonOf(importAs('practice-builder'))).toBe('draft_gone')
})
