import type { Command } from '#lib/ledger/command.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { LiftVetoInput } from '#lib/vetoes/inputs.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { phaseOr } from '../phases/on-record.ts'

/** Only who raised a veto lifts it. */
export const liftVeto = (db: Db, command: Command<LiftVetoInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'veto.lift' }, (actor) => {
    const { phase, veto, reason } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const held = facts.value.vetoes.find((one) => one.veto === veto)
    if (!held) return refuse(because('no_such_veto', 'This veto does not stand (any more).'))
    if (held.person !== actor.person)
      return refuse(because('not_your_veto', 'Only the person who raised a veto lifts it.'))
    return ok([
      { kind: 'veto.lifted', phase, failure: null, subject: held.gate, statedAt: null, payload: { veto, reason } },
    ])
  })
