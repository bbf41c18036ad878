import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '#db/db.ts'
import { findKnownReview } from '#db/phases/find-known-review.ts'
import { findPhaseFacts } from '#db/phases/find-phase-facts.ts'
import { importReview } from '#db/phases/import-review.ts'
import { PRACTICE_PEOPLE } from '#lib/people/practice-people.ts'
import { usuallyTaken } from '#lib/phases/review/decide-import.ts'
import { matchReview } from '#lib/phases/review/match-review.ts'
import { readReview } from '#lib/phases/review/read-review.ts'
import { readConfiguration } from '../configuration.ts'

const FILE = 'lib/server/practice/redfix-review.md'

/**
 * Fills a fresh practice ledger with redfix as the Adversary's REVIEW file has it, imported like any other by the practice Adversary. A
 * phase that is there already stays as it is. Throws a sentence when the file itself is at fault.
 */
export async function seedPractice(db: Db): Promise<void> {
  if (readConfiguration().seed === 'none') return
  const text = readFileSync(join(process.cwd(), FILE), 'utf8')
  const read = readReview(text)
  if (!read.ok) throw new Error(`${FILE}: ${read.refusal.sentence}`)
  const phase = read.value.phaseId
  if (findPhaseFacts(db, phase) !== null) return
  const { person, name } = PRACTICE_PEOPLE.adversary
  const input = {
    ...{ phase, text, name: 'REVIEW-redfix.md', sha256: createHash('sha256').update(text).digest('hex') },
    taken: usuallyTaken(matchReview(read.value, findKnownReview(db, phase))),
  }
  const command = { id: randomUUID(), actor: { person, name, role: null }, at: new Date(), input }
  const recorded = importReview(db, command)
  // Another process that starts at the same moment may have been first; a damaged ledger is shown on its own page.
  if (!recorded.ok) console.warn(`The practice phase was not seeded: ${recorded.refusal.sentence}`)
}
