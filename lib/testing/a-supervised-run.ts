import type { AttachedRun } from '#lib/runs/attached-run.ts'
import type { Supervision } from '#lib/swarm/supervision.ts'
import { aProbe } from './a-probe.ts'
import { aRun } from './a-run.ts'

const COMMIT = '0123456789abcdef0123456789abcdef01234567'

/** What Gatehouse saw of a run alone that ended by itself on a quiet host; name what is different. */
export const aSupervision = (different: Partial<Supervision> = {}): Supervision => ({
  ...{ hostRunId: 'g1-0a1b2c3d', profile: 'alone', ref: 'main', begunSeq: 2 },
  requestedBy: { person: 'bob', role: 'builder', seq: 1 },
  requestedAt: '2026-06-17T23:09:00.000Z',
  ...{ lastByteAt: '2026-06-17T23:19:59.000Z', deadlineAt: '2026-06-18T00:10:00.000Z', skewMs: 0, boot: 'boot-1' },
  exit: { code: 1, cause: null, words: 'The harness ended with exit code 1.' },
  ...{ before: aProbe(), after: aProbe(), suspicions: [], overlap: [], left: [], contaminated: [] },
  pressure: { cpu: 12, io: 1, memory: 0, loadMax: 1.2 },
  ...{ load: null, lint: null, junit: [], screenshot: null },
  ...different,
})

/** The same run as `aRun`, as Gatehouse records what it started: whole commits, and nothing is known of a checkout of tests. */
export const aSupervisedRun = (
  different: Partial<Omit<AttachedRun, 'supervised'>> = {},
  seen: Partial<Supervision> = {},
): AttachedRun =>
  aRun({
    recipeCheckout: { commit: COMMIT, clean: true },
    testCheckout: { commit: null, clean: null },
    harnessCheckout: { commit: COMMIT, clean: true },
    ...different,
    supervised: aSupervision(seen),
  })
