import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { WriteNoteInput } from '#lib/notes/inputs.ts'
import type { Db } from '../db.ts'
import { sha256 } from '../ledger/hash.ts'
import { findEvent } from '../ledger/list-events.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { must } from '../testing/must.ts'
import { asAdversary, asBuilder, asSecondAdversary } from '../testing/people.ts'
import { aPhase, aPhaseAlone } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { sealedTexts } from '../working/tables.ts'
import { readSealed } from './read-sealed.ts'
import { unfoldReasoning } from './unfold-reasoning.ts'
import { writeNote } from './write-note.ts'

afterAll(removeDatabases)

const phase = 'redfix'
const note = (different: Partial<WriteNoteInput> = {}): WriteNoteInput => ({
  ...{ phase, failure: null, note: 'log', text: 'Begun.', statedAt: null },
  ...different,
})
const reasoning = note({ note: 'reasoning', failure: 'mumble', text: 'It smells of load.' })

const begun = aPhaseAlone()
must(writeNote(begun, asBuilder(note())))
const { seq: hidden } = must(writeNote(begun, asBuilder(reasoning)))
let db: Db
beforeEach(() => {
  db = aCopyOf(begun)
})

describe('refused, and nothing written', () => {
  test.each<[string, () => ReturnType<typeof writeNote>, string, string]>([
    [
      'a note on a failure that is not there',
      () => writeNote(db, asBuilder(note({ failure: 'keycloak' }))),
      'no_such_failure',
      'The phase redfix has no failure called keycloak.',
    ],
    ['the same note twice', () => writeNote(db, asBuilder(note())), 'note_exists', 'You wrote exactly this already'],
    [
      'the same note as another kind',
      () => writeNote(db, asBuilder(note({ note: 'reasoning' }))),
      'note_exists',
      'You wrote exactly this already',
    ],
    [
      'the same reasoning twice',
      () => writeNote(db, asBuilder(reasoning)),
      'note_exists',
      'You wrote exactly this already',
    ],
    [
      'to unfold what is no reasoning',
      () => unfoldReasoning(db, asAdversary({ phase, seq: hidden - 1 })),
      'no_such_reasoning',
      `Event ${hidden - 1} is no reasoning of this phase.`,
    ],
    [
      'to unfold what is not on record',
      () => unfoldReasoning(db, asAdversary({ phase, seq: 1_000 })),
      'no_such_reasoning',
      'Event 1000 is no reasoning',
    ],
  ])('%s', (_, act, reason, part) => {
    const refusal = refusalOf(db, act)
    expect(refusal.reason).toBe(reason)
    expect(refusal.sentence).toContain(part)
  })

  test('to unfold the reasoning of another phase', () => {
    aPhase(db, 'canon')
    expect(refusalOf(db, () => unfoldReasoning(db, asAdversary({ phase: 'canon', seq: hidden }))).reason).toBe(
      'no_such_reasoning',
    )
  })
  test('to unfold the same twice', () => {
    const { seq } = must(unfoldReasoning(db, asAdversary({ phase, seq: hidden })))
    expect(refusalOf(db, () => unfoldReasoning(db, asAdversary({ phase, seq: hidden }))).sentence).toBe(
      `You unfolded it already (event ${seq}).`,
    )
    expect(unfoldReasoning(db, asSecondAdversary({ phase, seq: hidden })).ok).toBe(true)
  })
})

describe('recorded', () => {
  test.each<[string, () => ReturnType<typeof writeNote>]>([
    ['the same words about a failure', () => writeNote(db, asBuilder(note({ failure: 'mumble' })))],
    ['the same words of somebody else', () => writeNote(db, asAdversary(note()))],
    ['the same words in another phase', () => writeNote(db, asBuilder(note({ phase: aPhase(db, 'canon') })))],
  ])('%s', (_, act) => {
    expect(act().ok).toBe(true)
  })
})

describe('reasoning is sealed', () => {
  test('the ledger names it by a salted digest and does not hold its words', () => {
    const event = findEvent(db, hidden)
    const row = db.select().from(sealedTexts).get()
    expect(event).toMatchObject({
      kind: 'reasoning.written',
      payload: { sealed: sha256(`${row?.salt}${reasoning.text}`), length: reasoning.text.length },
    })
    expect(JSON.stringify(event)).not.toContain('smells')
    expect(event?.kind === 'reasoning.written' && event.payload.sealed).not.toBe(sha256(reasoning.text))
  })
  test('the same words are sealed differently each time', () => {
    must(writeNote(db, asAdversary(reasoning)))
    const rows = db.select().from(sealedTexts).all()
    expect(new Set(rows.map(({ sealed }) => sealed)).size).toBe(2)
  })
  test('it is read back while it is what was sealed, and not when it was changed', () => {
    const event = findEvent(db, hidden)
    const sealed = event?.kind === 'reasoning.written' ? event.payload.sealed : ''
    expect(readSealed(db, sealed)).toBe(reasoning.text)
    db.update(sealedTexts).set({ text: 'It never smelled.' }).run()
    expect(readSealed(db, sealed)).toBeNull()
    expect(readSealed(db, 'f'.repeat(64))).toBeNull()
  })
})
