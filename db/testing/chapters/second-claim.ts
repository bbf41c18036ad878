import { USUAL_REQUIREMENTS } from '#lib/gates/requirements.ts'
import { fileClaim } from '../../claims/file-claim.ts'
import { addressFinding } from '../../findings/address-finding.ts'
import { closeFinding } from '../../findings/close-finding.ts'
import { defineGate } from '../../gates/define-gate.ts'
import { meetObligation } from '../../obligations/meet-obligation.ts'
import { excludeRun } from '../../runs/exclude-run.ts'
import { openThread } from '../../threads/open-thread.ts'
import { reply } from '../../threads/reply.ts'
import { settleThread } from '../../threads/settle-thread.ts'
import { askForMore } from '../../verdicts/ask-for-more.ts'
import { liftVeto } from '../../vetoes/lift-veto.ts'
import { raiseVeto } from '../../vetoes/raise-veto.ts'
import { recordedObservation } from '../evidence.ts'
import { claimedDigest, givenVerdict, ruledOn, typedClaim } from '../gates.ts'
import { asAdversary, asBuilder, asOperator } from '../people.ts'
import { type Chapter, done, owedBy, phase } from './chapter.ts'

/** Questions, vetoes, a gate defined anew; the causes are claimed again, and PASS. */
export const SECOND_CLAIM: Chapter[] = [
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
]

const CAUSE = [...USUAL_REQUIREMENTS.cause]
