import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from '#lib/ledger/command.ts'
import type { Result } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { recordAsSystem } from '../ledger/record.ts'
import { openDatabase } from '../open-database.ts'
import { addPerson } from './add-person.ts'

/** For tests: a database of its own, with the phase redfix, Olga who is Operator of every phase and Bo who is its Builder. */
export const NOW = new Date('2026-06-18T00:25:00Z')

export function emptyDatabase(): { db: Db; close: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-people-'))
  const db = openDatabase(join(folder, 'x.sqlite'))
  const close = () => {
    db.$client.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { db, close }
}

export function peopledDatabase(): { db: Db; close: () => void } {
  const { db, close } = emptyDatabase()
  openPhase(db, 'redfix')
  addPerson(db, { person: 'op', name: 'Olga', invitedBy: null, role: { role: 'operator', phase: null } }, NOW)
  addPerson(db, { person: 'bo', name: 'Bo', invitedBy: null, role: { role: 'builder', phase: 'redfix' } }, NOW)
  return { db, close }
}

export function openPhase(db: Db, phase: string): void {
  const payload = { title: phase, mission: '', planPath: null, doneRule: null, lifetimeMs: 1, imported: null }
  const at = { phase, failure: null, subject: null, statedAt: null }
  recordAsSystem(db, { id: randomUUID(), at: NOW }, [{ ...at, kind: 'phase.opened', payload }])
}

export const by = <Input>(person: string, input: Input): Command<Input> => ({
  id: randomUUID(),
  actor: { person, name: person, role: null },
  at: NOW,
  input,
})

export const answerOf = (result: Result<unknown>): string => (result.ok ? 'done' : result.refusal.sentence)
