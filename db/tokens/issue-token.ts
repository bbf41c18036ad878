import { randomBytes } from 'node:crypto'
import type { Command } from '#lib/ledger/command.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import type { IssueTokenInput } from '#lib/tokens/inputs.ts'
import { writeSecret } from '#lib/tokens/token-secret.ts'
import { MS_PER_DAY } from '#lib/tokens/token-words.ts'
import { whyCannotIssue } from '#lib/tokens/why-cannot-issue.ts'
import type { Db } from '../db.ts'
import { sha256 } from '../ledger/hash.ts'
import { immediately, record } from '../ledger/record.ts'
import { phaseOr } from '../phases/on-record.ts'
import { tokenDigests } from '../working/tables.ts'

/** Shown once; the database keeps only its SHA-256. */
export type IssuedToken = { secret: string; expiresAt: Date; recorded: Recorded }

const SHOWN = 'The token of this form was shown once already and cannot be shown again. Revoke it and issue another.'

/** A person issues a token for a program of theirs, in one phase, with the role they have there or only to read. */
export const issueToken = (db: Db, command: Command<IssueTokenInput>): Result<IssuedToken> =>
  immediately(db, () => {
    const { phase, name, role, days } = command.input
    const expiresAt = new Date(command.at.getTime() + days * MS_PER_DAY)
    let secret: string | null = null
    const recorded = record(db, command, { phase, permission: 'token.issue' }, (actor) => {
      const facts = phaseOr(db, phase)
      if (!facts.ok) return facts
      const refusal = whyCannotIssue(role, actor.role)
      if (refusal !== null) return refuse(refusal)
      const token = randomBytes(6).toString('hex')
      secret = writeSecret(token, randomBytes(32).toString('base64url'))
      db.insert(tokenDigests)
        .values({ token, digest: sha256(secret) })
        .run()
      const payload = { token, person: actor.person, role, name, expiresAt: expiresAt.toISOString() }
      return ok([{ kind: 'token.issued', phase, failure: null, subject: token, statedAt: null, payload }])
    })
    if (!recorded.ok) return recorded
    // The command was recorded before: its secret is gone for good.
    return secret === null
      ? refuse(because('command_reused', SHOWN))
      : ok({ secret, expiresAt, recorded: recorded.value })
  })
