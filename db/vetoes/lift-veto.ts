import type { Command } from '#lib/ledger/command.ts'
import { ROLE_WORD } from '#lib/people/roles.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { LiftVetoInput } from '#lib/vetoes/inputs.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { findRole } from '../people/find-role.ts'
import { phaseOr } from '../phases/on-record.ts'

/** Only who raised a veto lifts it; where that person holds the role no more, another of the same role does. */
export const liftVeto = (db: Db, command: Command<LiftVetoInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'veto.lift' }, (actor) => {
    const { phase, veto, reason } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const held = facts.value.vetoes.find((one) => one.veto === veto)
    if (!held) return refuse(because('no_such_veto', 'This veto does not stand (any more).'))
    const raiserStands = findRole(db, held.person, phase) === held.role
    if (held.person !== actor.person && (raiserStands || actor.role !== held.role))
      return refuse(
        because(
          'not_your_veto',
          raiserStands
            ? 'Only the person who raised a veto lifts it.'
            : `Who raised it is ${ROLE_WORD[held.role === 'system' ? 'operator' : held.role]} here no more: another ${ROLE_WORD[held.role === 'system' ? 'operator' : held.role]} lifts it.`,
        ),
      )
    return ok([
      { kind: 'veto.lifted', phase, failure: null, subject: held.gate, statedAt: null, payload: { veto, reason } },
    ])
  })
