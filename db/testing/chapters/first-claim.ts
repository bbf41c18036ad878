import { withdrawClaim } from '../../claims/withdraw-claim.ts'
import { meetObligation } from '../../obligations/meet-obligation.ts'
import { attachedRun, citedCode, classifiedFailure } from '../evidence.ts'
import { aClassifiedPhase, filedClaim, givenVerdict, ruledOn } from '../gates.ts'
import { asAdversary, asBuilder } from '../people.ts'
import { type Chapter, done, owedBy, phase } from './chapter.ts'

/** The causes are claimed, withdrawn, claimed again and judged FAIL. */
export const FIRST_CLAIM: Chapter[] = [
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
]
