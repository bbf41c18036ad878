import { cancelRun } from '#db/swarm/cancel-run.ts'
import { requestRun } from '#db/swarm/request-run.ts'
import { releaseReservation, takeReservation } from '#db/swarm/reserve.ts'
import { CancelRunInput, ReleaseReservationInput, RequestRunBody, TakeReservationInput } from '#lib/swarm/inputs.ts'
import { type Verb, verb } from '../verb.ts'
import { FAILURE, PHASE } from './paths.ts'

/** Runs and the node. Hosts are not set up here: they belong to no phase, as every token does, and a person compares their key. */
export const SWARM_VERBS: readonly Verb[] = [
  verb({
    name: 'requestRun',
    path: `${FAILURE}/run-requests`,
    permission: 'run.request',
    summary:
      'Put a run into a host’s queue; its number is the `subject` of the answer. A commit goes without a name here: what it is called is never taken from who asks.',
    input: RequestRunBody,
    run: (db, command) => requestRun(db, { ...command, input: { ...command.input, ref: null, harnessRef: null } }),
  }),
  verb({
    name: 'cancelRun',
    path: `${PHASE}/runs/{run}/cancel`,
    permission: 'run.cancel',
    summary: 'Take a run out of the queue, or end it.',
    input: CancelRunInput,
    run: cancelRun,
  }),
  verb({
    name: 'takeReservation',
    path: `${PHASE}/reservations`,
    permission: 'reservation.take',
    summary: 'Take a node for one’s side of the phase, until a time.',
    input: TakeReservationInput,
    run: takeReservation,
  }),
  verb({
    name: 'releaseReservation',
    path: `${PHASE}/reservations/{reservation}/release`,
    permission: 'reservation.release',
    summary: 'Give a node back; the Operator takes it back, with a reason.',
    input: ReleaseReservationInput,
    run: releaseReservation,
  }),
]
