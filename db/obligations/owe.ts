import type { Command } from '#lib/ledger/command.ts'
import type { OweInput } from '#lib/obligations/inputs.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { nextNumber } from '../ledger/next-number.ts'
import { record } from '../ledger/record.ts'
import { failureIn, gateIn, phaseOr } from '../phases/on-record.ts'

export const owe = (db: Db, command: Command<OweInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'obligation.owe' }, () => {
    const { phase, failure, by, text, before } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const known = failure === null ? null : failureIn(facts.value, failure)
    if (known && !known.ok) return known
    const gate = before === null ? null : gateIn(facts.value, before)
    if (gate && !gate.ok) return gate
    const same = facts.value.obligations.find(
      (one) =>
        one.met === null && one.text === text && one.failure === failure && one.by === by && one.before === before,
    )
    if (same) return refuse(because('owed_already', `This is owed already (event ${same.seq}).`, 'text'))
    const obligation = nextNumber(db, 'obligation.owed')
    return ok([
      {
        kind: 'obligation.owed',
        phase,
        failure,
        subject: `owed-${obligation}`,
        statedAt: null,
        payload: { obligation, by, text, before, imported: null },
      },
    ])
  })
