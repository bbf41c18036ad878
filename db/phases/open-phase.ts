import type { Command } from '#lib/ledger/command.ts'
import { MS_PER_HOUR, type OpenPhaseInput } from '#lib/phases/inputs.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { findPhaseFacts } from './find-phase-facts.ts'

export const openPhase = (db: Db, command: Command<OpenPhaseInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'phase.open' }, () => {
    const { phase, lifetimeHours, ...rest } = command.input
    if (findPhaseFacts(db, phase))
      return refuse(because('phase_exists', `There is a phase called ${phase} already.`, 'phase'))
    const payload = { ...rest, lifetimeMs: lifetimeHours * MS_PER_HOUR, imported: null }
    return ok([{ kind: 'phase.opened', phase, failure: null, subject: phase, statedAt: null, payload }])
  })
