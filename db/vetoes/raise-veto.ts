import type { Command } from '#lib/ledger/command.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { RaiseVetoInput } from '#lib/vetoes/inputs.ts'
import type { Db } from '../db.ts'
import { nextNumber } from '../ledger/next-number.ts'
import { record } from '../ledger/record.ts'
import { gateIn, phaseOr } from '../phases/on-record.ts'

export const raiseVeto = (db: Db, command: Command<RaiseVetoInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'veto.raise' }, (actor) => {
    const { phase, gate, reason } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const known = gate === null ? null : gateIn(facts.value, gate)
    if (known && !known.ok) return known
    const same = facts.value.vetoes.find((held) => held.gate === gate && held.person === actor.person)
    if (same)
      return refuse(
        because('vetoed_already', `Your veto on ${gate ?? 'the phase'} stands already (event ${same.seq}).`),
      )
    const veto = nextNumber(db, 'veto.raised')
    return ok([
      { kind: 'veto.raised', phase, failure: null, subject: gate, statedAt: null, payload: { veto, gate, reason } },
    ])
  })
