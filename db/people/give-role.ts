import type { Command } from '#lib/ledger/command.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import type { GiveRoleInput } from '#lib/people/people-inputs.ts'
import { whyCannotHold } from '#lib/people/why-cannot-hold.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { draftRoleGiven } from './draft-role-given.ts'
import { findHoldingFacts } from './find-holding-facts.ts'
import { findPerson } from './find-person.ts'
import { isPhase } from './is-phase.ts'

/** Gives a person one more role, in a phase or (`phase: null`) in every phase; only its Operator may. */
export const giveRole = (db: Db, command: Command<GiveRoleInput>): Result<Recorded> =>
  record(db, command, { phase: command.input.phase, permission: 'person.invite' }, () => {
    const { person: id, role, phase } = command.input
    const person = findPerson(db, id)
    if (person === null) return refuse(because('no_such_person', 'Nobody here is known by this id.', 'person'))
    if (!isPhase(db, phase)) return refuse(because('no_such_phase', `There is no phase ${phase}.`, 'phase'))
    const refusal = whyCannotHold(findHoldingFacts(db, person), { role, phase })
    return refusal === null ? ok([draftRoleGiven(id, { role, phase })]) : refuse(refusal)
  })
