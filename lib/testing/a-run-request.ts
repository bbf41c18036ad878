import type { RequestedRun } from '#lib/swarm/requested-run.ts'
import type { RunRequest } from '#lib/swarm/run-request.ts'

/** A run of mumble alone at the commit of its main, on cc-ci; name what is different. */
export const aRunRequest = (different: Partial<RunRequest> = {}): RunRequest => ({
  ...{ host: 'cc-ci', recipe: 'mumble', recipeVersion: '1.0.0+v1.6.870-0' },
  ...{ commit: '0123456789abcdef0123456789abcdef01234567', ref: 'main', harness: null, harnessRef: null },
  ...{ profile: 'alone', pullRequest: null, from: null, to: null, afterClaimOn: null, remark: '' },
  ...different,
})

/** The Builder's, waiting in the queue as #1; name what is different. */
export const aRequestedRun = (different: Partial<RequestedRun> = {}): RequestedRun => ({
  ...{ number: 1, phase: 'redfix', failure: 'mumble', host: 'cc-ci', request: aRunRequest() },
  requestedBy: { person: 'bob', role: 'builder' },
  ...{ requestedAt: '2026-06-18T00:00:00.000Z', requestedSeq: 2, step: 'queued', started: null, startedSeq: null },
  ...{ cancelReason: null, droppedReason: null, overAt: null },
  ...different,
})
