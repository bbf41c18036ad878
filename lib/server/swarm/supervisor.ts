import { join } from 'node:path'
import { damagedAt } from '#db/ledger/damage.ts'
import { headSeq } from '#db/ledger/list-events.ts'
import { findHost } from '#db/swarm/list-hosts.ts'
import { findRequestedRun, listRunsNotOver } from '#db/swarm/list-requested-runs.ts'
import { listStandingReservations } from '#db/swarm/list-reservations.ts'
import { forgetRunWatch, listRunWatches } from '#db/swarm/run-watches.ts'
import { lapseReservations } from '#db/swarm/supervise.ts'
import { sideOf } from '#lib/swarm/host-settings.ts'
import type { RequestedRun } from '#lib/swarm/requested-run.ts'
import { holds } from '#lib/swarm/reservation.ts'
import { readConfiguration } from '../configuration.ts'
import { database } from '../database.ts'
import { spoolFolder } from '../logs/spool-logs.ts'
import { once } from '../once.ts'
import { onShutdown } from '../shutdown.ts'
import { advanceQueue } from './host-queue.ts'
import { servePracticeHost } from './practice-host.ts'
import { lastAsked, probeHost } from './probe-host.ts'
import { RunCare } from './run-care.ts'
import { markEnded } from './spool.ts'
import { findOutWhetherItStarted } from './start-run.ts'
import { takeSupervisorLock } from './supervisor-lock.ts'
import { sweepSpools } from './sweep-spools.ts'
import { TIMING, type Timing } from './timing.ts'

/**
 * Starts the one supervisor of this process: it carries requested runs through their hosts while it holds the lock of the data folder, and
 * waits for the lock while another process does. Ends with the process; runs go on without it, and whoever supervises next finds them.
 * Resolves once the practice host is there, where there is to be one.
 */
export const startSupervisor = (timing: Timing = TIMING): Promise<void> =>
  once('supervisor', () => new Supervisor(timing).start())

class Supervisor {
  readonly #timing: Timing
  readonly #end = new AbortController()
  readonly #cares = new Map<number, RunCare>()
  /** What is being dealt with, and what came up again meanwhile. */
  readonly #busy = new Set<string>()
  readonly #missed = new Set<string>()
  #holdsLock = false
  #triedLockAt = 0
  #seen = -1
  #lookedAt = 0
  #sweptAt = 0

  constructor(timing: Timing) {
    this.#timing = timing
  }

  async start(): Promise<void> {
    onShutdown(() => this.#end.abort())
    const ready = this.#tick().catch(complain)
    const ticking = setInterval(() => void this.#tick().catch(complain), this.#timing.tickMs)
    this.#end.signal.addEventListener('abort', () => clearInterval(ticking))
    await ready
  }

  async #tick(): Promise<void> {
    const now = Date.now()
    if (!this.#holdsLock) {
      if (now - this.#triedLockAt < this.#timing.lockMs) return
      this.#triedLockAt = now
      const lock = takeSupervisorLock(readConfiguration().dataFolder)
      if (lock === null) return
      this.#holdsLock = true
      this.#end.signal.addEventListener('abort', () => lock.release())
      await servePracticeHost()
    }
    const head = headSeq(database())
    if (head === this.#seen && now - this.#lookedAt < this.#timing.lookMs) return
    this.#look(now)
    this.#seen = head
    this.#lookedAt = now
  }

  /** Everything here is quick, or goes on by itself. */
  #look(now: number): void {
    if (damagedAt(database()) !== null) return // nothing is recorded then, so nothing is begun
    if (listStandingReservations(database()).some((held) => !holds(held, new Date(now))))
      lapseReservations(database(), new Date(now))
    const notOver = listRunsNotOver(database())
    for (const run of notOver) this.#care(run)
    for (const host of new Set(notOver.map((run) => run.host))) {
      const runs = notOver.filter((run) => run.host === host)
      if (runs.some(({ step }) => step === 'queued'))
        this.#alone(`queue ${host}`, () => advanceQueue(host, runs, this.#end.signal))
      this.#sample(host, runs, now)
    }
    this.#tidy(notOver)
    if (now - this.#sweptAt < this.#timing.spoolMs / 24) return
    this.#sweptAt = now
    const spools = join(readConfiguration().dataFolder, 'runs')
    this.#alone('spools', () => sweepSpools(spools, this.#timing.spoolMs, new Date(now)))
  }

  /** Also at the start of the process: what is under way is asked after, one by one, at once. */
  #care(run: RequestedRun): void {
    const { number, started, startedSeq } = run
    if (run.step !== 'started' || started === null || startedSeq === null) return
    const settings = findHost(database(), run.host)?.settings ?? null
    const care =
      this.#cares.get(number) ?? new RunCare({ ...run, started, startedSeq }, settings, this.#timing, this.#end.signal)
    if (run.cancelReason !== null) care.cancel()
    if (this.#cares.has(number)) return
    this.#cares.set(number, care)
    this.#alone(`run ${number}`, () =>
      care.untilRecorded(spoolFolder(number)).finally(() => this.#cares.delete(number)),
    )
  }

  /** A run may leave the queue in the moment in which its host is told to start it; a process may end before it has said that a run is over. */
  #tidy(notOver: readonly RequestedRun[]): void {
    const known = new Set(notOver.map(({ number }) => number))
    for (const { run, status } of listRunWatches(database())) {
      if (known.has(run)) continue
      const held = findRequestedRun(database(), run)
      this.#alone(`run ${run}`, async () => {
        if (held?.step === 'dropped' && status === 'starting') return findOutWhetherItStarted(held, this.#end.signal)
        if (held?.step === 'ended') await markEnded(spoolFolder(run))
        forgetRunWatch(database(), run)
      })
    }
  }

  #sample(host: string, [first]: readonly RequestedRun[], now: number): void {
    if (first === undefined || now - lastAsked(host) < this.#timing.sampleMs) return
    this.#alone(`sample ${host}`, () => probeHost(host, sideOf(first.requestedBy.role)))
  }

  /** One at a time under a name; what comes up while it is busy is looked at as soon as it is done. */
  #alone(name: string, act: () => Promise<unknown>): void {
    if (this.#busy.has(name)) {
      this.#missed.add(name)
      return
    }
    this.#busy.add(name)
    act()
      .catch(complain)
      .finally(() => {
        this.#busy.delete(name)
        if (this.#missed.delete(name)) this.#lookedAt = 0
      })
  }
}

/** An end that was asked for, and a database that another process holds for a moment, are no news: it is looked at again. */
const complain = (error: unknown): void => {
  if (error instanceof Error && error.name === 'AbortError') return
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return
  console.error('The supervisor of runs:', error)
}
