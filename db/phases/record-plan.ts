import type { Command } from '#lib/ledger/command.ts'
import type { RecordPlanInput } from '#lib/phases/inputs.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { sha256 } from '../ledger/hash.ts'
import { record } from '../ledger/record.ts'
import { phaseOr } from './on-record.ts'

/** Records the plan's text, line ends as LF; where it differs from what was judged, verdicts on it are stale. */
export const recordPlan = (db: Db, command: Command<RecordPlanInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'plan.record' }, () => {
    const { phase, name } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const text = command.input.text.replaceAll('\r\n', '\n')
    const digest = sha256(text)
    const { plan } = facts.value
    if (plan?.sha256 === digest && plan.name === name)
      return refuse(because('plan_recorded', `Exactly this plan is on record (event ${plan.seq}).`, 'text'))
    const payload = { name, text, sha256: digest }
    return ok([{ kind: 'plan.recorded', phase, failure: null, subject: null, statedAt: null, payload }])
  })
