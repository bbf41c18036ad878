import type { AttachedRun } from '#lib/runs/attached-run.ts'
import type { ConfigureHostInput, RequestRunInput, TakeReservationInput } from '#lib/swarm/inputs.ts'
import type { RequestedRun } from '#lib/swarm/requested-run.ts'
import type { Supervision } from '#lib/swarm/supervision.ts'
import { EVIDENCE_OF } from '#lib/swarm/words.ts'
import { aProbe } from '#lib/testing/a-probe.ts'
import { aSupervisedRun } from '#lib/testing/a-supervised-run.ts'
import type { Db } from '../db.ts'
import { configureHost, pinHostKey } from '../swarm/configure-host.ts'
import { findRequestedRun } from '../swarm/list-requested-runs.ts'
import { requestRun } from '../swarm/request-run.ts'
import { takeReservation } from '../swarm/reserve.ts'
import { endedRun, startedRun } from '../swarm/supervise.ts'
import { must } from './must.ts'
import { asBuilder, asOperator, USUAL_TIME } from './people.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'
const HOUR_MS = 3_600_000

/** A key that a host may show, told apart by one letter. */
export const fingerprintOf = (letter: string): string => `SHA256:${letter.repeat(43)}`

/** What the Operator types of cc-ci. */
export const typedHost = (different: Partial<ConfigureHostInput> = {}): ConfigureHostInput => ({
  ...{ host: 'cc-ci', address: 'cc-ci.example.org', port: null, user: 'gatehouse', alias: null },
  ...{ builderKey: '~/.ssh/builder', adversaryKey: '~/.ssh/adversary', deadlineMinutes: 60 },
  ...different,
})
export const typedKey = (fingerprint = fingerprintOf('A'), host = 'cc-ci') => ({ host, fingerprint })

/** A host that runs may be requested on: configured, and its key pinned. */
export function aHost(db: Db, host = 'cc-ci'): void {
  must(configureHost(db, asOperator(typedHost({ host }))))
  must(pinHostKey(db, asOperator(typedKey(fingerprintOf('A'), host))))
}

/** A cold run alone, of this failure at a commit of its main. */
export const typedRequest = (failure: string, different: Partial<RequestRunInput> = {}): RequestRunInput => ({
  ...{ phase: 'redfix', failure, host: 'cc-ci', commit: COMMIT, ref: 'main', harness: null, harnessRef: null },
  ...{ profile: 'alone', pullRequest: null, from: null, to: null, afterClaimOn: null, remark: '' },
  ...different,
})

/** Requests a run and answers its number. */
export function requestedRun(
  db: Db,
  failure: string,
  different: Partial<RequestRunInput> = {},
  as = asBuilder,
  at = USUAL_TIME,
): number {
  const { subject } = must(requestRun(db, as(typedRequest(failure, different), at)))
  return Number(subject?.slice(1))
}

/** The run that was requested under this number. */
export function requestOf(db: Db, number: number): RequestedRun {
  const run = findRequestedRun(db, number)
  if (!run) throw new Error(`Run #${number} was not requested.`)
  return run
}

/** The supervisor writes down that it started; answers whether that was recorded. */
export const begunRun = (db: Db, number: number, at = USUAL_TIME): boolean =>
  startedRun(
    db,
    {
      ...{ run: number, hostRunId: `g${number}-0a1b2c3d`, boot: 'boot-1', startedAt: at.toISOString(), skewMs: 0 },
      ...{ before: aProbe(), suspicions: [] },
    },
    at,
  )

/** A run as the supervisor would write it down when it has ended: red at custom, by itself, on a quiet host. */
export function runAsEnded(
  db: Db,
  number: number,
  different: Partial<Omit<AttachedRun, 'supervised'>> = {},
  seen: Partial<Supervision> = {},
): AttachedRun {
  const { request, requestedBy, requestedAt, requestedSeq, startedSeq } = requestOf(db, number)
  const { profile, recipe, recipeVersion, commit, pullRequest, host, ref } = request
  return aSupervisedRun(
    {
      ...EVIDENCE_OF[profile],
      ...{ number, recipe, recipeVersion: recipeVersion ?? '1.0.0', pullRequest, host },
      recipeCheckout: { commit, clean: true },
      ...different,
    },
    {
      ...{ hostRunId: `g${number}-0a1b2c3d`, profile, ref, requestedAt, begunSeq: startedSeq ?? 0 },
      requestedBy: { ...requestedBy, seq: requestedSeq },
      ...seen,
    },
  )
}

/** The supervisor writes down that it ended; answers whether that was recorded. */
export const endedRunOf = (db: Db, number: number, ...ended: Ended): boolean =>
  endedRun(db, runAsEnded(db, number, ...ended), USUAL_TIME)
type Ended = [different?: Partial<Omit<AttachedRun, 'supervised'>>, seen?: Partial<Supervision>]

/** Requests a run, starts and ends it; answers its name, `#3`. */
export function supervisedRun(db: Db, failure: string, as = asBuilder, ...ended: Ended): string {
  const number = requestedRun(db, failure, {}, as)
  begunRun(db, number)
  endedRunOf(db, number, ...ended)
  return `#${number}`
}

/** cc-ci for an hour from the usual time on. */
export const typedReservation = (different: Partial<TakeReservationInput> = {}): TakeReservationInput => ({
  ...{ phase: 'redfix', host: 'cc-ci', reason: 'Two runs of mumble under load.' },
  until: new Date(USUAL_TIME.getTime() + HOUR_MS).toISOString(),
  ...different,
})
export const takenReservation = (db: Db, different: Partial<TakeReservationInput> = {}, as = asBuilder) =>
  must(takeReservation(db, as(typedReservation(different))))
