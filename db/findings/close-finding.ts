import type { CloseFindingInput } from '#lib/findings/inputs.ts'
import { whyCannotClose, whyNotClosedByThis } from '#lib/findings/why-cannot-close.ts'
import type { Command } from '#lib/ledger/command.ts'
import { ok, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { findRole } from '../people/find-role.ts'
import { phaseOr, whyCannotCite } from '../phases/on-record.ts'
import { findingIn } from './finding-in.ts'

/** Closes a finding, with the evidence. */
export const closeFinding = (db: Db, command: Command<CloseFindingInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'finding.close' }, (actor) => {
    const { phase, finding, reason, cites } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const held = findingIn(facts.value, finding)
    if (!held.ok) return held
    const { failure, person } = held.value
    const refusal =
      whyCannotClose(facts.value, held.value, actor, findRole(db, person, phase) === 'adversary') ??
      whyCannotCite(facts.value, failure, cites) ??
      whyNotClosedByThis(facts.value, held.value, actor, cites)
    if (refusal) return refuse(refusal)
    const payload = { finding, reason, cites }
    return ok([{ kind: 'finding.closed', phase, failure, subject: finding, statedAt: null, payload }])
  })
