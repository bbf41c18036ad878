import type { ReopenFindingInput } from '#lib/findings/inputs.ts'
import type { Command } from '#lib/ledger/command.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { phaseOr } from '../phases/on-record.ts'
import { findingIn } from './finding-in.ts'

/** Any Adversary opens a finding again, with the reason: what was addressed or closed did not hold. */
export const reopenFinding = (db: Db, command: Command<ReopenFindingInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'finding.reopen' }, () => {
    const { phase, finding, reason } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const held = findingIn(facts.value, finding)
    if (!held.ok) return held
    const { standing, moved, failure } = held.value
    if (standing === 'open') return refuse(because('open_already', `${finding} is open (event ${moved.seq}).`))
    const payload = { finding, reason }
    return ok([{ kind: 'finding.reopened', phase, failure, subject: finding, statedAt: null, payload }])
  })
