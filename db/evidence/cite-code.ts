import { and, eq } from 'drizzle-orm'
import { evidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { CiteCodeInput } from '#lib/evidence/inputs.ts'
import { whyNotTheseLines } from '#lib/evidence/why-not-these-lines.ts'
import type { Command } from '#lib/ledger/command.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { sha256 } from '../ledger/hash.ts'
import { nextNumber } from '../ledger/next-number.ts'
import { record } from '../ledger/record.ts'
import { failureIn, phaseOr } from '../phases/on-record.ts'
import { codeReferences } from '../projections/tables.ts'

/** Lines of code at a commit, quoted: the reading that a static claim rests on. */
export const citeCode = (db: Db, command: Command<CiteCodeInput>) =>
  record(db, command, { phase: command.input.phase, permission: 'evidence.attach' }, (actor) => {
    const { phase, failure, ...cited } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const known = failureIn(facts.value, failure)
    if (!known.ok) return known
    const wrong = whyNotTheseLines(cited)
    if (wrong) return refuse(wrong)
    const digest = sha256(cited.lines)
    const t = codeReferences
    const same = db
      .select()
      .from(t)
      .where(
        and(
          eq(t.phase, phase),
          eq(t.failure, failure),
          eq(t.sha256, digest),
          eq(t.path, cited.path),
          eq(t.commit, cited.commit),
          eq(t.person, actor.person),
        ),
      )
      .get()
    if (same)
      return refuse(
        because(
          'recorded_already',
          `These lines are on record as ${evidenceRef('code', same.number)}. Nothing was recorded twice.`,
        ),
      )
    const number = nextNumber(db, 'code.cited')
    return ok([
      {
        kind: 'code.cited',
        phase,
        failure,
        subject: evidenceRef('code', number),
        statedAt: null,
        payload: { number, ...cited, sha256: digest },
      },
    ])
  })
