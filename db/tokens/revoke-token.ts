import type { Command } from '#lib/ledger/command.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { RevokeTokenInput } from '#lib/tokens/inputs.ts'
import { whyCannotRevoke } from '#lib/tokens/why-cannot-revoke.ts'
import type { Db } from '../db.ts'
import { record } from '../ledger/record.ts'
import { phaseOr } from '../phases/on-record.ts'
import { findToken } from './find-token.ts'

/** Ends a token at once, wherever it is used; nothing brings it back. */
export const revokeToken = (db: Db, command: Command<RevokeTokenInput>): Result<Recorded> =>
  record(db, command, { phase: command.input.phase, permission: 'token.revoke' }, (actor) => {
    const { phase, token, reason } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const refusal = whyCannotRevoke(findToken(db, token), phase, actor, command.at)
    if (refusal !== null) return refuse(refusal)
    return ok([
      { kind: 'token.revoked', phase, failure: null, subject: token, statedAt: null, payload: { token, reason } },
    ])
  })
