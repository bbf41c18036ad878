import { USUAL_REQUIREMENTS } from '#lib/gates/requirements.ts'
import type { Role } from '#lib/people/roles.ts'
import { usuallyTaken } from '#lib/phases/review/decide-import.ts'
import { matchReview } from '#lib/phases/review/match-review.ts'
import { readReview } from '#lib/phases/review/read-review.ts'
import type { Result } from '#lib/result.ts'
import { fileClaim } from '../claims/file-claim.ts'
import { withdrawClaim } from '../claims/withdraw-claim.ts'
import type { Db } from '../db.ts'
import { addFailure } from '../failures/add-failure.ts'
import { addressFinding } from '../findings/address-finding.ts'
import { closeFinding } from '../findings/close-finding.ts'
import { reopenFinding } from '../findings/reopen-finding.ts'
import { defineGate } from '../gates/define-gate.ts'
import { headSeq } from '../ledger/list-events.ts'
import { unfoldReasoning } from '../notes/unfold-reasoning.ts'
import { writeNote } from '../notes/write-note.ts'
import { meetObligation } from '../obligations/meet-obligation.ts'
import { owe } from '../obligations/owe.ts'
import { acceptInvitation } from '../people/accept-invitation.ts'
import { giveRole } from '../people/give-role.ts'
import { inviteFurtherSignIn } from '../people/invite.ts'
import { hashToken } from '../people/one-time-link.ts'
import { withdrawRole } from '../people/withdraw-role.ts'
import { findKnownReview } from '../phases/find-known-review.ts'
import { importReview } from '../phases/import-review.ts'
import { recordPlan } from '../phases/record-plan.ts'
import { excludeRun } from '../runs/exclude-run.ts'
import { openThread } from '../threads/open-thread.ts'
import { reply } from '../threads/reply.ts'
import { settleThread } from '../threads/settle-thread.ts'
import { listTokens } from '../tokens/find-token.ts'
import { issueToken } from '../tokens/issue-token.ts'
import { revokeToken } from '../tokens/revoke-token.ts'
import { askForMore } from '../verdicts/ask-for-more.ts'
import { liftVeto } from '../vetoes/lift-veto.ts'
import { raiseVeto } from '../vetoes/raise-veto.ts'
import { attachedRun, citedCode, classifiedFailure, recordedObservation } from './evidence.ts'
import { attachedFix, declaredDone, fixRun, HEAD, NEXT_HEAD, pushedFix } from './fixes.ts'
import { aClassifiedPhase, claimedDigest, filedClaim, givenVerdict, ruledOn, typedClaim } from './gates.ts'
import { must } from './must.ts'
import { asAdversary, asBuilder, asOperator, BUILDER, STAKEHOLDER, USUAL_TIME } from './people.ts'
import { aPhase, factsOf } from './phases.ts'

/**
 * A phase from its opening to DONE and its being opened again, with every verb in it, one chapter after the other; told on a ledger with its people.
 * `afterEach` is called after each chapter.
 */
export function tellTheLongStory(db: Db, afterEach: () => void = () => {}): void {
  for (const chapter of CHAPTERS) {
    chapter(db)
    afterEach()
  }
}

const phase = 'redfix'
const note = { phase, failure: null, statedAt: null }
const CAUSE = [...USUAL_REQUIREMENTS.cause]

const CHAPTERS: ((db: Db) => void)[] = [
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
  aClassifiedPhase,
  (db) => attachedRun(db, 'mumble', { condition: 'load' }),
  (db) => classifiedFailure(db, 'mumble', ['#1', '#2', 'obs-1']),
  (db) =>
    done(meetObligation(db, asBuilder({ phase, obligation: owedBy(db, 'builder'), evidence: '#2', how: 'Seen.' }))),
  (db) => filedClaim(db),
  (db) => done(withdrawClaim(db, asBuilder({ phase, gate: 'M1', revision: 1, reason: 'Too early.' }))),
  (db) => filedClaim(db),
  (db) => attachedRun(db, 'mumble', {}, asAdversary),
  (db) =>
    done(
      meetObligation(db, asAdversary({ phase, obligation: owedBy(db, 'adversary'), evidence: '#3', how: 'Ran it.' })),
    ),
  (db) => citedCode(db, 'gitea', {}, asAdversary),
  (db) => ruledOn(db, 'gitea'),
  (db) => ruledOn(db, 'mumble', 'fail'),
  (db) => givenVerdict(db, 'fail'),
  (db) => done(openThread(db, asBuilder({ phase, about: '#1', to: 'adversary', text: 'Did yours overlap it?' }))),
  (db) => done(openThread(db, asAdversary({ phase, about: 'M1', to: 'builder', text: 'Which harness commit?' }))),
  (db) => done(reply(db, asAdversary({ phase, thread: 1, text: 'By four minutes.' }))),
  (db) => done(settleThread(db, asBuilder({ phase, thread: 1 }))),
  (db) => done(excludeRun(db, asAdversary({ phase, run: 1, reason: 'Two deploys at once.' }))),
  (db) => done(raiseVeto(db, asOperator({ phase, gate: null, reason: 'Somebody merged.' }))),
  (db) => done(raiseVeto(db, asAdversary({ phase, gate: 'M1', reason: 'Look again.' }))),
  (db) => done(liftVeto(db, asOperator({ phase, veto: 1, reason: 'Reverted.' }))),
  (db) => done(liftVeto(db, asAdversary({ phase, veto: 2, reason: 'Looked.' }))),
  (db) =>
    done(
      defineGate(
        db,
        asOperator({ phase, gate: 'M1', criteria: 'Each is shown twice.', requirements: CAUSE, anew: true }),
      ),
    ),
  (db) =>
    done(
      fileClaim(
        db,
        asBuilder({
          ...typedClaim(db, { mumble: 'Reworded.' }),
          answers: [{ finding: 'F-redfix-1', text: 'It is worded as it is seen.' }],
        }),
      ),
    ),
  (db) => done(addressFinding(db, asBuilder({ phase, finding: 'F-redfix-1', with: 'And seen again.', cites: ['#2'] }))),
  (db) =>
    done(
      askForMore(
        db,
        asAdversary({
          phase,
          gate: 'M1',
          failure: 'mumble',
          digest: claimedDigest(db, 'mumble'),
          text: 'One more red under load.',
        }),
      ),
    ),
  (db) => recordedObservation(db, 'mumble', { output: '10.0.0.3 app' }),
  (db) =>
    done(meetObligation(db, asBuilder({ phase, obligation: owedBy(db, 'builder'), evidence: 'obs-2', how: 'Seen.' }))),
  (db) => recordedObservation(db, 'mumble', { output: '10.0.0.3 app' }, asAdversary),
  (db) =>
    done(closeFinding(db, asAdversary({ phase, finding: 'F-redfix-1', reason: 'It is seen now.', cites: ['obs-3'] }))),
  (db) => ruledOn(db, 'gitea'),
  (db) => ruledOn(db, 'mumble'),
  (db) => givenVerdict(db),
  (db) => attachedFix(db, 'mumble'),
  (db) => fixRun(db, 'mumble'),
  (db) => pushedFix(db),
  (db) => fixRun(db, 'mumble', NEXT_HEAD),
  (db) => attachedFix(db, 'gitea'),
  (db) => fixRun(db, 'gitea'),
  (db) => filedClaim(db, {}, USUAL_TIME, 'M2'),
  (db) => fixRun(db, 'mumble', NEXT_HEAD, asAdversary),
  (db) => fixRun(db, 'gitea', HEAD, asAdversary),
  (db) => ruledOn(db, 'mumble', 'pass', USUAL_TIME, asAdversary, 'M2'),
  (db) => ruledOn(db, 'gitea', 'pass', USUAL_TIME, asAdversary, 'M2'),
  (db) => givenVerdict(db, 'pass', USUAL_TIME, 'M2'),
  (db) => declaredDone(db),
  (db) => done(raiseVeto(db, asAdversary({ phase, gate: null, reason: 'The node was not clean.' }))),
  (db) => done(liftVeto(db, asAdversary({ phase, veto: 3, reason: 'It was.' }))),
  (db) => declaredDone(db),
  (db) => done(reopenFinding(db, asAdversary({ phase, finding: 'F-redfix-1', reason: 'Seen once more.' }))),
  (db) => done(issueToken(db, asBuilder({ phase, name: 'claim script', role: 'builder', days: 30 }))),
  (db) => done(issueToken(db, asAdversary({ phase, name: 'reader', role: null, days: 1 }))),
  (db) =>
    done(revokeToken(db, asOperator({ phase, token: listTokens(db, phase)[0]?.token ?? '', reason: 'It leaked.' }))),
  (db) => {
    const added = {
      phase,
      failure: 'keycloak',
      recipe: 'keycloak',
      version: '10.0.1',
      image: null,
      sweptAs: 'taken out',
    }
    done(addFailure(db, asBuilder(added)))
  },
  (db) => aPhase(db, 'canon'),
]

const done = (result: Result<unknown>): void => void must(result)

function aFurtherSignIn(db: Db): void {
  const { token } = must(inviteFurtherSignIn(db, asOperator({ person: BUILDER.person })))
  const account = { id: 'second', email: 'bob@example.org', passwordHash: 'x' }
  done(acceptInvitation(db, { tokenHash: hashToken(token), name: '', account }, USUAL_TIME))
}

/** The first thing that this side owes. */
function owedBy(db: Db, role: Role): number {
  return factsOf(db).obligations.find((one) => one.by === role && one.met === null)?.obligation ?? 0
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
