import type { Command } from '#lib/ledger/command.ts'
import type { Recorded } from '#lib/ledger/event.ts'
import { findCopyMark } from '#lib/phases/files/copy-mark.ts'
import { decideImport } from '#lib/phases/review/decide-import.ts'
import type { ImportReviewInput } from '#lib/phases/review/inputs.ts'
import { matchReview } from '#lib/phases/review/match-review.ts'
import { readReview } from '#lib/phases/review/read-review.ts'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { nextNumber } from '../ledger/next-number.ts'
import { record } from '../ledger/record.ts'
import { findKnownReview } from './find-known-review.ts'

/**
 * Records what was chosen of a REVIEW file and is not on record yet; a phase that does not exist is opened by it. All of it or nothing, in
 * one command, signed by whoever imports. The file is read again and compared within the transaction, so two tabs add nothing twice.
 */
export const importReview = (db: Db, command: Command<ImportReviewInput>): Result<Recorded> =>
  record(db, command, { phase: command.input.phase, permission: 'review.import' }, () => {
    const { phase, name, sha256, text, taken } = command.input
    const read = readReview(text)
    if (!read.ok) return refuse(because('not_a_review', read.refusal.sentence))
    const reading = read.value
    if (reading.phaseId !== phase)
      return refuse(because('other_phase', `The file is about the phase ${reading.phaseId}, not about ${phase}.`))
    const known = findKnownReview(db, phase, findCopyMark(text))
    const decision = decideImport(reading, matchReview(reading, known), taken, {
      gates: known.gates.length,
      failures: known.failures.map((failure) => failure.name),
      nextObligation: nextNumber(db, 'obligation.owed'),
    })
    if (!decision.ok) return decision
    const { events, ...counts } = decision.value
    const lines = text.split(/\r\n|\n|\r/).length
    const payload = { name, sha256, lines, ...counts }
    return ok([{ kind: 'review.imported', phase, failure: null, subject: null, statedAt: null, payload }, ...events])
  })
