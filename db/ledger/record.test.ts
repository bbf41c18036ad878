import { randomUUID } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '#lib/ledger/command.ts'
import type { Result } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { writeNote } from '../notes/write-note.ts'
import { withdrawRole } from '../people/withdraw-role.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { must } from '../testing/must.ts'
import { ADVERSARY, actingAs, asBuilder, asOperator, BUILDER, USUAL_TIME } from '../testing/people.ts'
import { aPhaseAlone } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { everythingIn } from '../testing/snapshot.ts'
import { headSeq } from './list-events.ts'
import { immediately, record } from './record.ts'

afterAll(removeDatabases)

const opened = aPhaseAlone()
let db: Db
beforeEach(() => {
  db = aCopyOf(opened)
})
const log = (text: string, id: string = randomUUID()) => ({
  ...asBuilder({ phase: 'redfix', failure: null, note: 'log' as const, text, statedAt: null }),
  id,
})

describe('the same command', () => {
  test('sent twice gets the same answer and is recorded once', () => {
    const command = log('Begun.')
    const first = writeNote(db, command)
    const after = everythingIn(db)
    expect(writeNote(db, command)).toEqual(first)
    expect(writeNote(db, { ...command, at: new Date(USUAL_TIME.getTime() + 60_000) })).toEqual(first)
    expect(everythingIn(db)).toEqual(after)
  })

  test('answers with its own place after others have recorded more', () => {
    const command = log('Begun.')
    const first = writeNote(db, command)
    must(writeNote(db, log('More.')))
    expect(writeNote(db, command)).toEqual(first)
  })

  test.each<[string, (id: string) => Command<ReturnType<typeof log>['input']>]>([
    ['other content', (id) => log('Something else.', id)],
    ['another person', (id) => ({ ...log('Begun.', id), actor: ADVERSARY })],
  ])('with %s is refused, and the text is not lost to a lie', (_, other) => {
    const command = log('Begun.')
    must(writeNote(db, command))
    expect(refusalOf(db, () => writeNote(db, other(command.id)))).toMatchObject({
      reason: 'command_reused',
      sentence:
        'This form was already submitted, with other content. Nothing was changed; submit again to record this as well.',
    })
  })

  test('that was refused may be sent again when it can be done', () => {
    const command = { ...log('Begun.'), actor: { ...BUILDER, person: 'nora' } }
    expect(refusalOf(db, () => writeNote(db, command)).reason).toBe('not_permitted')
    expect(writeNote(db, { ...command, actor: BUILDER }).ok).toBe(true)
  })

  test('of somebody who has lost the role is refused, even where it was recorded', () => {
    const command = log('Begun.')
    must(writeNote(db, command))
    must(withdrawRole(db, asOperator({ holding: { person: 'bob', role: 'builder', phase: null }, reason: 'Left.' })))
    expect(refusalOf(db, () => writeNote(db, command)).reason).toBe('not_permitted')
  })
})

describe('a verb that throws', () => {
  const scope = { phase: 'redfix', permission: 'note.write' } as const
  const note = { phase: 'redfix', failure: null, subject: null, statedAt: null, kind: 'note.written' } as const
  const drafted = (text: string) => ({ ...note, payload: { note: 'log', text, imported: null } }) as const

  test.each<[string, () => Result<unknown>, string]>([
    [
      'while it decides',
      () =>
        record(db, log('x'), scope, () => {
          throw new Error('A bug.')
        }),
      'A bug.',
    ],
    [
      'while it is projected',
      () =>
        record(db, log('x'), scope, () => ({
          ok: true,
          value: [
            drafted('one'),
            {
              ...drafted('two'),
              kind: 'claim.withdrawn',
              phase: null,
              payload: { gate: 'M1', revision: 1, reason: '' },
            },
          ],
        })),
      'names no phase',
    ],
    [
      'at the wall of the ledger',
      () =>
        record(db, { ...log('x'), actor: ADVERSARY }, scope, () => ({
          ok: true,
          value: [
            drafted('one'),
            { ...note, kind: 'claim.withdrawn', payload: { gate: 'M1', revision: 1, reason: '' } },
          ],
        })),
      'only a Builder classifies and claims',
    ],
  ])('%s leaves nothing behind, not even its first part', (_, act, message) => {
    const before = everythingIn(db)
    expect(act).toThrow(message)
    expect(everythingIn(db)).toEqual(before)
    expect(db.$client.inTransaction).toBe(false)
  })
})

test('several verbs in one transaction are recorded together or not at all', () => {
  const before = headSeq(db)
  expect(() =>
    immediately(db, () => {
      must(writeNote(db, log('One.')))
      must(writeNote(db, log('Two.')))
      throw new Error('And then the power went.')
    }),
  ).toThrow('power')
  expect(headSeq(db)).toBe(before)
})

test('the time on record is the server’s, to the millisecond, and the role is the one held then', () => {
  const at = new Date('2026-06-18T00:31:02.345Z')
  const command = actingAs({ ...BUILDER, role: null })(log('Begun.').input, at)
  const { seq } = must(writeNote(db, command))
  const row = db.$client.prepare('SELECT recorded_at, role, actor FROM ledger WHERE seq = ?').get(seq)
  expect(row).toEqual({ recorded_at: '2026-06-18T00:31:02.345Z', role: 'builder', actor: 'bob' })
})
