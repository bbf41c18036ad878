import { randomUUID } from 'node:crypto'
import type { Command } from '#lib/ledger/command.ts'
import type { Actor } from '#lib/people/roles.ts'
import { moment } from '#lib/testing/record-of.ts'

export const BUILDER: Actor = { person: 'bob', name: 'Bob', role: 'builder' }
export const ADVERSARY: Actor = { person: 'ada', name: 'Ada', role: 'adversary' }
export const SECOND_ADVERSARY: Actor = { person: 'alan', name: 'Alan', role: 'adversary' }
export const OPERATOR: Actor = { person: 'olga', name: 'Olga', role: 'operator' }
export const STAKEHOLDER: Actor = { person: 'sam', name: 'Sam', role: 'stakeholder' }
/** Somebody who is here and holds no role. */
export const NOBODY: Actor = { person: 'nora', name: 'Nora', role: null }

/** When a command comes unless a test says otherwise: 2026-06-18 00:30Z. */
export const USUAL_TIME = moment('00:30')

/** A command as this person sends it, each time a new one: `fileClaim(db, asBuilder({ … }))`. */
export const actingAs =
  (actor: Actor) =>
  <Input>(input: Input, at: Date = USUAL_TIME): Command<Input> => ({ id: randomUUID(), actor, at, input })

export const asBuilder = actingAs(BUILDER)
export const asAdversary = actingAs(ADVERSARY)
export const asSecondAdversary = actingAs(SECOND_ADVERSARY)
export const asOperator = actingAs(OPERATOR)
export const asStakeholder = actingAs(STAKEHOLDER)
export const asNobody = actingAs(NOBODY)
