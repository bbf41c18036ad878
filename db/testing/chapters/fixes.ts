import { reopenFinding } from '../../findings/reopen-finding.ts'
import { liftVeto } from '../../vetoes/lift-veto.ts'
import { raiseVeto } from '../../vetoes/raise-veto.ts'
import { attachedFix, declaredDone, fixRun, HEAD, NEXT_HEAD, pushedFix } from '../fixes.ts'
import { filedClaim, givenVerdict, ruledOn } from '../gates.ts'
import { asAdversary, USUAL_TIME } from '../people.ts'
import { type Chapter, done, phase } from './chapter.ts'

/** The fixes, up to DONE and its being opened again. */
export const FIXES: Chapter[] = [
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
]
