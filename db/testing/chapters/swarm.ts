import { cancelRun } from '../../swarm/cancel-run.ts'
import { configureHost, pinHostKey, retireHost } from '../../swarm/configure-host.ts'
import { requestRun } from '../../swarm/request-run.ts'
import { releaseReservation, takeReservation } from '../../swarm/reserve.ts'
import { droppedRun, lapseReservations } from '../../swarm/supervise.ts'
import { asAdversary, asBuilder, asOperator, USUAL_TIME } from '../people.ts'
import {
  begunRun,
  endedRunOf,
  fingerprintOf,
  requestedRun,
  typedHost,
  typedKey,
  typedRequest,
  typedReservation,
} from '../swarm.ts'
import { type Chapter, done, phase } from './chapter.ts'

const DAY_MS = 86_400_000
/** The newest run that was requested: everything here is about that one. */
let run = 0

/** A host comes and goes; runs end green, contaminated and cancelled, or never start; the node is reserved, given back, taken back and left. */
export const SWARM: Chapter[] = [
  (db) => done(configureHost(db, asOperator(typedHost()))),
  (db) => done(pinHostKey(db, asOperator(typedKey()))),
  (db) => done(takeReservation(db, asBuilder(typedReservation()))),
  (db) => {
    run = requestedRun(db, 'mumble')
  },
  (db) => void begunRun(db, run),
  (db) => done(releaseReservation(db, asBuilder({ phase, reservation: 1, reason: '' }))),
  (db) => void endedRunOf(db, run, { remark: 'By Gatehouse.' }),
  (db) => {
    run = requestedRun(db, 'mumble', { profile: 'load', pullRequest: 4 }, asAdversary)
  },
  (db) => void begunRun(db, run),
  (db) =>
    void endedRunOf(
      db,
      run,
      { startedAt: '2026-06-17T23:30:00Z', endedAt: '2026-06-17T23:40:00Z' },
      { contaminated: ['The stack of another deploy was there.'] },
    ),
  (db) => {
    run = requestedRun(db, 'gitea', { profile: 'promote', from: '3.5.3', to: '3.6.0' })
  },
  (db) => void begunRun(db, run),
  (db) => done(cancelRun(db, asBuilder({ phase, run, reason: 'The wrong version.' }))),
  (db) => void endedRunOf(db, run, { conclusion: 'cancelled', tiers: [], level: null }),
  (db) => done(requestRun(db, asAdversary(typedRequest('gitea', { afterClaimOn: 'M1', remark: 'What I owe.' })))),
  (db) => done(cancelRun(db, asAdversary({ phase, run: run + 1, reason: 'Seen by reading.' }))),
  (db) => done(requestRun(db, asBuilder(typedRequest('gitea')))),
  (db) => void droppedRun(db, run + 2, 'The recipe checkout has local changes.', USUAL_TIME),
  (db) => done(takeReservation(db, asAdversary(typedReservation({ reason: 'A night of runs.' })))),
  (db) => done(releaseReservation(db, asOperator({ phase, reservation: 2, reason: 'The sweep comes.' }))),
  (db) => done(takeReservation(db, asAdversary(typedReservation({ reason: 'Another try.' })))),
  (db) => void lapseReservations(db, new Date(USUAL_TIME.getTime() + DAY_MS)),
  (db) => done(configureHost(db, asOperator(typedHost({ alias: 'cc-ci', address: '' })))),
  (db) => done(pinHostKey(db, asOperator(typedKey(fingerprintOf('B'))))),
  (db) => done(retireHost(db, asOperator({ host: 'cc-ci', reason: 'It moves.' }))),
]
