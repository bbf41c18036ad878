import { usuallyTaken } from '#lib/phases/review/decide-import.ts'
import { matchReview } from '#lib/phases/review/match-review.ts'
import { readReview } from '#lib/phases/review/read-review.ts'
import type { Db } from '../../db.ts'
import { headSeq } from '../../ledger/list-events.ts'
import { unfoldReasoning } from '../../notes/unfold-reasoning.ts'
import { writeNote } from '../../notes/write-note.ts'
import { owe } from '../../obligations/owe.ts'
import { acceptInvitation } from '../../people/accept-invitation.ts'
import { giveRole } from '../../people/give-role.ts'
import { inviteFurtherSignIn } from '../../people/invite.ts'
import { hashToken } from '../../people/one-time-link.ts'
import { withdrawRole } from '../../people/withdraw-role.ts'
import { findKnownReview } from '../../phases/find-known-review.ts'
import { importReview } from '../../phases/import-review.ts'
import { recordPlan } from '../../phases/record-plan.ts'
import { must } from '../must.ts'
import { asAdversary, asBuilder, asOperator, BUILDER, STAKEHOLDER, USUAL_TIME } from '../people.ts'
import { aPhase } from '../phases.ts'
import { type Chapter, done, phase } from './chapter.ts'

/** The phase is opened, its review taken in; who is here changes, and first words are said. */
export const OPENING: Chapter[] = [
  aPhase,
  (db) => done(importReview(db, asAdversary({ ...aReviewFile(db), name: 'REVIEW-redfix.md', sha256: 'f'.repeat(64) }))),
  (db) => done(giveRole(db, asOperator({ person: STAKEHOLDER.person, role: 'builder', phase }))),
  (db) =>
    done(
      withdrawRole(
        db,
        asOperator({ holding: { person: STAKEHOLDER.person, role: 'builder', phase }, reason: 'Left.' }),
      ),
    ),
  (db) =>
    done(
      withdrawRole(
        db,
        asOperator({ holding: { person: STAKEHOLDER.person, role: 'stakeholder', phase: null }, reason: 'Left.' }),
      ),
    ),
  (db) => aFurtherSignIn(db),
  (db) => done(recordPlan(db, asOperator({ phase, name: 'plans/redfix.md', text: 'Find the causes, then fix.' }))),
  (db) => done(writeNote(db, asBuilder({ ...note, note: 'log', text: 'Begun.' }))),
  (db) =>
    done(
      writeNote(
        db,
        asAdversary({ ...note, note: 'pre-staging', text: 'Read the plan.', statedAt: '2026-06-18T00:10:00Z' }),
      ),
    ),
  (db) => done(writeNote(db, asBuilder({ ...note, failure: 'mumble', note: 'reasoning', text: 'It smells of load.' }))),
  (db) => done(unfoldReasoning(db, asAdversary({ phase, seq: headSeq(db) }))),
  (db) =>
    done(owe(db, asAdversary({ phase, failure: 'mumble', by: 'builder', text: 'A red under load.', before: 'M1' }))),
  (db) => done(owe(db, asBuilder({ phase, failure: null, by: 'adversary', text: 'Read the harness.', before: null }))),
]

const note = { phase, failure: null, statedAt: null }

function aFurtherSignIn(db: Db): void {
  const { token } = must(inviteFurtherSignIn(db, asOperator({ person: BUILDER.person })))
  const account = { id: 'second', email: 'bob@example.org', passwordHash: 'x' }
  done(acceptInvitation(db, { tokenHash: hashToken(token), name: '', account }, USUAL_TIME))
}

const REVIEW = `# REVIEW — phase redfix (Adversary)

## Gates

- M1 — all classified, with evidence.
- M2 — all fixed and green.

## Verdicts

### M1 — both: **PASS** @ 2026-06-18T01:18Z

## Adversary verification log

- 2026-06-17T23:18Z — Phase redfix opened. No gate claimed.
- 2026-06-18T00:10Z — Pre-staging, not a verdict:
  - mumble (recipe @ \`1.0.0+v1.6.870-0\`): the handshake times out after one second.
  - STILL OWED before any M1 PASS: my OWN cold run of mumble, to confirm it against the original canon hypothesis ("cold-deploy timeout").
`

function aReviewFile(db: Db) {
  const read = must(readReview(REVIEW))
  return { phase, text: REVIEW, taken: usuallyTaken(matchReview(read, findKnownReview(db, phase))) }
}
