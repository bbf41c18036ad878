import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import type { Db } from '#db/db.ts'
import { headSeq } from '#db/ledger/list-events.ts'
import { writeNote } from '#db/notes/write-note.ts'
import { giveRole } from '#db/people/give-role.ts'
import { aCopyOf, removeDatabases } from '#db/testing/databases.ts'
import { must } from '#db/testing/must.ts'
import { asBuilder, asOperator, BUILDER, USUAL_TIME } from '#db/testing/people.ts'
import { aPhaseAlone } from '#db/testing/phases.ts'
import { issueToken } from '#db/tokens/issue-token.ts'
import { revokeToken } from '#db/tokens/revoke-token.ts'
import { type Admitted, admit } from './admit.ts'
import { perform } from './perform.ts'
import type { Act } from './verb.ts'

afterAll(removeDatabases)

const redfix = aPhaseAlone()
const note = { phase: 'redfix', failure: null, note: 'log', text: 'Begun.', statedAt: null } as const
const write: Act = (db, command) => writeNote(db, { ...command, input: note })

function aProgram(): { db: Db; admitted: Admitted } {
  const db = aCopyOf(redfix)
  const issued = must(issueToken(db, asBuilder({ phase: 'redfix', name: 'a program', role: 'builder', days: 1 })))
  const headers = new Headers({ Authorization: `Bearer ${issued.secret}` })
  return { db, admitted: must(admit(db, headers, USUAL_TIME)) }
}
const deed = (admitted: Admitted, dryRun = false) => ({
  ...{ act: write, admitted, id: randomUUID(), dryRun },
  ...{ weighs: null, about: { gate: null, failure: null } },
})

test('what a program does is recorded as its person, in the role they have', () => {
  const { db, admitted } = aProgram()
  const { result, head } = perform(db, deed(admitted), USUAL_TIME)
  expect(result).toMatchObject({ ok: true, value: { kind: 'note.written' } })
  expect(admitted.actor).toEqual(BUILDER)
  expect(head.seq).toBe(headSeq(db))
})

test('a token that was revoked after it was let in records nothing', () => {
  const { db, admitted } = aProgram()
  must(revokeToken(db, asBuilder({ phase: 'redfix', token: admitted.token.token, reason: 'Leaked.' })))
  const before = headSeq(db)
  expect(perform(db, deed(admitted), USUAL_TIME).result).toMatchObject({
    ok: false,
    refusal: { reason: 'token_revoked' },
  })
  expect(headSeq(db)).toBe(before)
})

test('neither does one whose person has another role by then', () => {
  const { db, admitted } = aProgram()
  must(giveRole(db, asOperator({ person: BUILDER.person, role: 'operator', phase: 'redfix' })))
  const before = headSeq(db)
  expect(perform(db, deed(admitted), USUAL_TIME).result).toMatchObject({ ok: false, refusal: { reason: 'role_lost' } })
  expect(headSeq(db)).toBe(before)
})

test('a dry run answers the same and leaves the head where it was', () => {
  const { db, admitted } = aProgram()
  const before = headSeq(db)
  const tried = perform(db, deed(admitted, true), USUAL_TIME)
  expect(tried.head.seq).toBe(before)
  expect(headSeq(db)).toBe(before)
  expect(perform(db, deed(admitted), USUAL_TIME).result).toEqual(tried.result)
})

test('what was begun in time and comes after the token’s expiry is refused', () => {
  const { db, admitted } = aProgram()
  const late = new Date(USUAL_TIME.getTime() + 86_400_000)
  expect(perform(db, deed(admitted), late).result).toMatchObject({ ok: false, refusal: { reason: 'token_expired' } })
})
