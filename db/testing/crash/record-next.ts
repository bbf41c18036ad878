import { randomUUID } from 'node:crypto'
import type { Command } from '#lib/ledger/command.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import type { Actor } from '#lib/people/roles.ts'
import type { Result } from '#lib/result.ts'
import type { Db } from '../../db.ts'
import { writeNote } from '../../notes/write-note.ts'
import { owe } from '../../obligations/owe.ts'
import { must } from '../must.ts'
import { USUAL_TIME } from '../people.ts'
import type { Acknowledgement } from './acknowledgements.ts'
import { untilFree } from './until-free.ts'

type Verb = (db: Db, stamp: Omit<Command<never>, 'input'>, text: string) => Result<Recorded>

const WHERE = { phase: 'redfix', failure: null } as const

/** In turn: what writes the ledger alone, what writes a working table too, what writes a projection too. */
const VERBS: readonly Verb[] = [
  (db, stamp, text) => writeNote(db, { ...stamp, input: { ...WHERE, note: 'log', text, statedAt: null } }),
  (db, stamp, text) => writeNote(db, { ...stamp, input: { ...WHERE, note: 'reasoning', text, statedAt: null } }),
  (db, stamp, text) => owe(db, { ...stamp, input: { ...WHERE, by: 'builder', text, before: null } }),
]

/** Records one more event, through the verb whose turn it is, and answers what may now be promised. Throws when it is refused. */
export function recordNext(db: Db, actor: Actor, nth: number): Acknowledgement {
  const id = randomUUID()
  const verb = VERBS[nth % VERBS.length]
  if (!verb) throw new Error(`No verb has turn ${nth}.`)
  const stamp = { id, actor, at: USUAL_TIME }
  const { seq } = must(untilFree(() => verb(db, stamp, `What was learned under ${id}.`)))
  return { seq, command: id }
}
