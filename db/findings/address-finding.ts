import type { AddressFindingInput } from '#lib/findings/inputs.ts'
import type { Command } from '#lib/ledger/command.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { phaseOr, whyCannotCite } from '../phases/on-record.ts'
import { findingIn } from './finding-in.ts'

/** The Builder says with what a finding is addressed; it stays open until an Adversary closes it. */
export const addressFinding = (db: Db, command: Command<AddressFindingInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'finding.address' }, () => {
    const { phase, finding, cites } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const held = findingIn(facts.value, finding)
    if (!held.ok) return held
    const { standing, moved, failure } = held.value
    if (standing === 'closed')
      return refuse(because('closed_already', `${finding} is closed already (event ${moved.seq}).`))
    if (standing === 'addressed' && moved.words === command.input.with)
      return refuse(because('addressed_already', `${finding} is addressed with exactly this (event ${moved.seq}).`))
    const uncited = whyCannotCite(facts.value, failure, cites)
    if (uncited) return refuse(uncited)
    const payload = { finding, with: command.input.with, cites }
    return ok([{ kind: 'finding.addressed', phase, failure, subject: finding, statedAt: null, payload }])
  })
