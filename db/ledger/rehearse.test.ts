import { afterAll, expect, test } from 'vitest'
import { writeNote } from '../notes/write-note.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { must } from '../testing/must.ts'
import { asBuilder } from '../testing/people.ts'
import { aPhaseAlone } from '../testing/phases.ts'
import { everythingIn } from '../testing/snapshot.ts'
import { rehearse } from './rehearse.ts'

afterAll(removeDatabases)

const redfix = aPhaseAlone()
const note = { phase: 'redfix', failure: null, note: 'reasoning', text: 'Why I think so.', statedAt: null } as const

test('a rehearsal answers as the write would and leaves nothing, sealed texts neither', () => {
  const db = aCopyOf(redfix)
  const before = everythingIn(db)
  const command = asBuilder(note)
  const tried = rehearse(db, () => writeNote(db, command))
  expect(everythingIn(db)).toEqual(before)
  expect(tried).toEqual(writeNote(db, command))
})

test('a refusal is an answer, a bug is thrown as it is', () => {
  const db = aCopyOf(redfix)
  expect(rehearse(db, () => writeNote(db, asBuilder({ ...note, phase: 'lvl5' })))).toMatchObject({ ok: false })
  expect(() =>
    rehearse(db, () => {
      must(writeNote(db, asBuilder(note)))
      throw new Error('A bug.')
    }),
  ).toThrow('A bug.')
  expect(everythingIn(db)).toEqual(everythingIn(redfix))
})
