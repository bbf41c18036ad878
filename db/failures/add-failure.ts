import type { Command } from '#lib/ledger/command.ts'
import type { AddFailureInput } from '#lib/phases/inputs.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { phaseOr } from '../phases/on-record.ts'

export const addFailure = (db: Db, command: Command<AddFailureInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'failure.add' }, () => {
    const { phase, failure, ...rest } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    if (facts.value.failures.some((held) => held.failure === failure)) {
      return refuse(because('failure_exists', `${phase} has a failure called ${failure} already.`, 'failure'))
    }
    const payload = { failure, ...rest, position: facts.value.failures.length + 1, imported: null }
    return ok([{ kind: 'failure.added', phase, failure, subject: failure, statedAt: null, payload }])
  })
