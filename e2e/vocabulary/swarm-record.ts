import type { Db } from '#db/db.ts'
import { cancelRun } from '#db/swarm/cancel-run.ts'
import { configureHost, pinHostKey, retireHost } from '#db/swarm/configure-host.ts'
import { takeReservation } from '#db/swarm/reserve.ts'
import { keepProbe, keepSample, setRunWatch } from '#db/swarm/run-watches.ts'
import { endedRun } from '#db/swarm/supervise.ts'
import { must } from '#db/testing/must.ts'
import { asOperator } from '#db/testing/people.ts'
import { begunRun, fingerprintOf, requestedRun, runAsEnded, typedHost, typedKey } from '#db/testing/swarm.ts'
import type { RequestRunInput } from '#lib/swarm/inputs.ts'
import { aProbe } from '#lib/testing/a-probe.ts'
import { asPracticeAdversary, asPracticeBuilder } from './scenario.ts'
import { ODD_TEXT, WORST_FAILURE, WORST_PHASE } from './worst-record.ts'

const MINUTE_MS = 60_000
/** Nothing answers there. */
const NOWHERE = { address: '127.0.0.1', port: 9 }

const unbroken = (length: number) => 'abcdefghij'.repeat(length / 10)
const ODD_REQUEST: Partial<RequestRunInput> = {
  ...{
    phase: WORST_PHASE,
    ref: unbroken(200),
    harness: 'f'.repeat(40),
    harnessRef: unbroken(200),
    pullRequest: 999_999,
  },
  ...{ from: '9'.repeat(60), to: '8'.repeat(60), remark: `${ODD_TEXT} ${unbroken(400)}`, profile: 'promote' },
} as const

/** The runs by what is shown of them. */
export type SwarmRuns = {
  green: number
  leftOut: number
  running: number
  queued: number
  waitsForClaim: number
  dropped: number
  /** Of the phase that no layout expects, queued with words that cannot be broken. */
  worst: number
}
/** `ago(7)`: seven minutes before the record was filled. */
type Ago = (minutes: number) => Date

/** cc-ci with everything that a screen can show of it: a run under way, a queue, a reservation, samples, runs that ended; beside it a host of old. */
export function fillSwarm(db: Db, now = new Date()): SwarmRuns {
  const ago: Ago = (minutes) => new Date(now.getTime() - minutes * MINUTE_MS)
  setUpHosts(db, now)
  const over = fillEnded(db, ago, now)
  const dropped = requestedRun(db, 'mumble', {}, asPracticeBuilder, now)
  must(cancelRun(db, asPracticeBuilder({ phase: 'redfix', run: dropped, reason: 'Asked for by mistake.' }, now)))
  const running = requestedRun(db, 'mumble', { profile: 'load', remark: 'Once more.' }, asPracticeAdversary, now)
  begunRun(db, running, now)
  setRunWatch(db, {
    ...{ run: running, status: 'running', since: ago(8).getTime(), startedAt: ago(8).getTime(), words: '' },
    ...{ lastByteAt: ago(0.2).getTime(), deadlineAt: now.getTime() + 52 * MINUTE_MS, bytes: 81_234 },
  })
  const advance = { profile: 'promote', from: '3.5.3+1.24.2-rootless', to: '3.6.0' } as const
  const queued = requestedRun(db, 'gitea', advance, asPracticeBuilder, now)
  const waitsForClaim = requestedRun(db, 'gitea', { afterClaimOn: 'M2' }, asPracticeAdversary, now)
  const worst = requestedRun(db, WORST_FAILURE, ODD_REQUEST, asPracticeAdversary, now)
  const until = new Date(now.getTime() + 60 * MINUTE_MS).toISOString()
  const reserved = { phase: 'redfix', host: 'cc-ci', reason: 'Two cold runs under load, alone.', until }
  must(takeReservation(db, asPracticeAdversary(reserved, now)))
  measure(db, ago, now)
  return { ...over, running, queued, waitsForClaim, dropped, worst }
}

/** Three cold runs of mumble: a green one of the Builder’s, two of the Adversary’s, of which one is contaminated. */
function fillEnded(db: Db, ago: Ago, now: Date): Pick<SwarmRuns, 'green' | 'leftOut'> {
  const ended = (minutes: number, as: typeof asPracticeBuilder, ...more: Ended) => {
    const number = requestedRun(db, 'mumble', {}, as, now)
    begunRun(db, number, now)
    const [different = {}, seen = {}] = more
    const times = { startedAt: ago(minutes + 5).toISOString(), endedAt: ago(minutes).toISOString() }
    const clocks = { requestedAt: ago(minutes + 6).toISOString(), deadlineAt: ago(minutes - 55).toISOString() }
    endedRun(db, runAsEnded(db, number, { ...times, ...different }, { ...clocks, ...seen }), now)
    return number
  }
  type Ended = Parameters<typeof runAsEnded> extends [Db, number, ...infer Rest] ? Rest : never
  const green = ended(150, asPracticeBuilder, { conclusion: 'green' })
  const contaminated = {
    ...{ contaminated: ['It overlapped stack gitea-a1b2c3.'], overlap: ['stack gitea-a1b2c3'] },
    ...{ left: ['volume mumb-2f8c1d_data'], suspicions: ['The load was 5.1 on 4 cores before anything started.'] },
  }
  const leftOut = ended(140, asPracticeAdversary, {}, contaminated)
  ended(70, asPracticeAdversary)
  return { green, leftOut }
}

function setUpHosts(db: Db, now: Date): void {
  for (const host of ['cc-ci', 'new-ci', 'old-ci'])
    must(configureHost(db, asOperator(typedHost({ host, ...NOWHERE }), now)))
  must(pinHostKey(db, asOperator(typedKey(fingerprintOf('A')), now)))
  must(retireHost(db, asOperator({ host: 'old-ci', reason: 'Replaced by cc-ci.' }, now)))
}

/** What the host said, with something odd, and its load over the last hours. */
function measure(db: Db, ago: Ago, now: Date): void {
  const probe = aProbe({
    ...{ atMs: now.getTime() - 20_000, recipes: ['mumble', 'gitea', 'discourse'], failedUnits: ['nginx.service'] },
    ...{ disks: [{ path: '/', usedPercent: 84, freeBytes: 12 * 2 ** 30 }] },
    inFlight: ['pid 4711 run_recipe_ci.py immich', `${ODD_TEXT} ${unbroken(200)}`],
    wrong: [`The host file names a recipe that is not there: ${unbroken(100)}.`],
    diagnoses: [
      { name: 'services', command: 'docker service ls' },
      { name: 'alias', command: 'getent hosts app' },
    ],
  })
  keepProbe(db, 'cc-ci', now.getTime() - 20_000, { probe })
  for (let minute = 180; minute >= 0; minute -= 2) {
    const busy = minute < 10 || (minute > 138 && minute < 158) || (minute > 68 && minute < 77)
    const load = Math.round((0.6 + (busy ? 3.2 : 0) + Math.sin(minute / 9) / 3) * 100) / 100
    keepSample(db, { host: 'cc-ci', at: ago(minute).getTime(), load, cpu: busy ? 62 : 4 })
  }
}
