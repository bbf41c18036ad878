import type { WithdrawClaimInput } from '#lib/claims/inputs.ts'
import type { Command } from '#lib/ledger/command.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { phaseOr } from '../phases/on-record.ts'

export const withdrawClaim = (db: Db, command: Command<WithdrawClaimInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'claim.withdraw' }, () => {
    const { phase, gate, revision, reason } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const claim = facts.value.claims.find((held) => held.gate === gate)
    if (!claim || claim.withdrawn !== null)
      return refuse(because('nothing_claimed', `Nothing is claimed on ${gate} that could be withdrawn.`))
    if (claim.revision !== revision)
      return refuse(
        because(
          'revision_replaced',
          `Revision ${claim.revision} replaced revision ${revision} meanwhile. Nothing was withdrawn.`,
        ),
      )
    return ok([
      {
        kind: 'claim.withdrawn',
        phase,
        failure: null,
        subject: gate,
        statedAt: null,
        payload: { gate, revision, reason },
      },
    ])
  })
