import { randomBytes } from 'node:crypto'
import type { Command } from '#lib/ledger/command.ts'
import type { EventDraft } from '#lib/ledger/event.ts'
import type { WriteNoteInput } from '#lib/notes/inputs.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { sha256 } from '../ledger/hash.ts'
import { listEvents } from '../ledger/list-events.ts'
import { record } from '../ledger/record.ts'
import { failureIn, phaseOr } from '../phases/on-record.ts'
import { sealedTexts } from '../working/tables.ts'
import { readSealed } from './read-sealed.ts'

/** Newest notes that are compared with, to tell a second submit from a second note. */
const RECENT = 50

export const writeNote = (db: Db, command: Command<WriteNoteInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'note.write' }, (actor) => {
    const { phase, failure, note, text, statedAt } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const known = failure === null ? null : failureIn(facts.value, failure)
    if (known && !known.ok) return known
    const same = listEvents(
      db,
      { phase, failure: failure ?? undefined, actor: actor.person, kinds: ['note.written', 'reasoning.written'] },
      RECENT,
    ).find((event) => event.failure === failure && textOf(db, event) === text)
    if (same)
      return refuse(
        because(
          'note_exists',
          `You wrote exactly this already (event ${same.seq}). Nothing was recorded twice.`,
          'text',
        ),
      )
    const address = { phase, failure, subject: null, statedAt }
    if (note !== 'reasoning') return ok([{ ...address, kind: 'note.written', payload: { note, text, imported: null } }])
    return ok([{ ...address, kind: 'reasoning.written', payload: { sealed: seal(db, text), length: text.length } }])
  })

/** Keeps the text beside the ledger and answers SHA-256(salt || text): the salt keeps a short text from being guessed by its digest. */
function seal(db: Db, text: string): string {
  const salt = randomBytes(16).toString('hex')
  const sealed = sha256(salt + text)
  db.insert(sealedTexts).values({ sealed, salt, text }).run()
  return sealed
}

function textOf(db: Db, event: EventDraft): string | null {
  if (event.kind === 'note.written') return event.payload.text
  return event.kind === 'reasoning.written' ? readSealed(db, event.payload.sealed) : null
}
