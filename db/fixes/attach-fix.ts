import { isSameCommit } from '#lib/fixes/at-head.ts'
import { shortCommit } from '#lib/fixes/describe-fix.ts'
import type { AttachFixInput } from '#lib/fixes/inputs.ts'
import { whyNotThisHead } from '#lib/fixes/why-not-this-head.ts'
import type { Command } from '#lib/ledger/command.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { nextNumber } from '../ledger/next-number.ts'
import { record } from '../ledger/record.ts'
import { failureIn, phaseOr } from '../phases/on-record.ts'

/** Attaches what is to mend a failure. A failure may have several fixes; each has to hold. */
export const attachFix = (db: Db, command: Command<AttachFixInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'fix.attach' }, () => {
    const { phase, failure, ...fix } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const known = failureIn(facts.value, failure)
    if (!known.ok) return known
    const same = facts.value.fixes.find(
      (held) =>
        held.failure === failure &&
        held.state !== 'closed' &&
        held.repository === fix.repository &&
        held.pullRequest === fix.pullRequest,
    )
    if (same)
      return refuse(
        because(
          'attached_already',
          `This is attached already (event ${same.seq}). When its head or state moves, say so there.`,
          'repository',
        ),
      )
    const elsewhere = facts.value.fixes.find(
      (held) =>
        held.state !== 'closed' &&
        held.pullRequest !== null &&
        held.pullRequest === fix.pullRequest &&
        held.repository === fix.repository &&
        !isSameCommit(held.head, fix.head),
    )
    if (elsewhere)
      return refuse(
        because(
          'other_head',
          `This pull request stands at ${shortCommit(elsewhere.head)} on record, for ${elsewhere.failure}. Say there where it stands now, then attach it here.`,
          'head',
        ),
      )
    const refusal = whyNotThisHead(facts.value, failure, fix)
    if (refusal) return refuse(refusal)
    const number = nextNumber(db, 'fix.attached')
    const payload = { ...fix, fix: number }
    return ok([{ kind: 'fix.attached', phase, failure, subject: `fix-${number}`, statedAt: null, payload }])
  })
