import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Db } from '#db/db.ts'
import { findEvent, listEvents } from '#db/ledger/list-events.ts'
import { openDatabase } from '#db/open-database.ts'
import { cancelRun } from '#db/swarm/cancel-run.ts'
import { configureHost, pinHostKey } from '#db/swarm/configure-host.ts'
import { findRequestedRun } from '#db/swarm/list-requested-runs.ts'
import { requestRun } from '#db/swarm/request-run.ts'
import { findRunWatch, type RunWatch } from '#db/swarm/run-watches.ts'
import { aLedger } from '#db/testing/databases.ts'
import { must } from '#db/testing/must.ts'
import { ADVERSARY, actingAs, OPERATOR } from '#db/testing/people.ts'
import { aPhase } from '#db/testing/phases.ts'
import type { Result } from '#lib/result.ts'
import type { AttachedRun } from '#lib/runs/attached-run.ts'
import type { Conclusion } from '#lib/runs/words.ts'
import type { Timing } from '#lib/server/swarm/timing.ts'
import type { ConfigureHostInput, RequestRunInput } from '#lib/swarm/inputs.ts'
import type { RequestedRun } from '#lib/swarm/requested-run.ts'
import { hostRunIdOf } from '#lib/swarm/run-request.ts'
import type { Behaviour } from './behaviours.ts'
import { bundleSupervisor } from './bundle-supervisor.ts'
import { processesWhere } from './processes.ts'
import { SshHost } from './ssh-host.ts'

const HOST = 'tester'
const POLL_MS = 20

/** What supervises: a process that does nothing else, or the whole app as it was built for the browser tests. */
type Program = 'supervisor' | 'app'
const BUILD = '.next-e2e'
const APP = ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', '0']

/** Whether the app was built: `npm test` does that first. */
export const isBuilt = existsSync(`${BUILD}/BUILD_ID`)

/** A data folder with the phase redfix and one host over OpenSSH, and a process that supervises it. */
export class Swarm {
  readonly host: SshHost
  readonly dataFolder: string
  readonly db: Db
  readonly #timing: Partial<Timing>
  readonly #program: Program
  #supervisor: ChildProcess | null = null

  private constructor(host: SshHost, dataFolder: string, db: Db, timing: Partial<Timing>, program: Program) {
    this.host = host
    this.dataFolder = dataFolder
    this.db = db
    this.#timing = timing
    this.#program = program
  }

  static async start(timing: Partial<Timing> | null, program: Program): Promise<Swarm> {
    const host = await SshHost.start()
    const dataFolder = mkdtempSync(join(tmpdir(), 'gatehouse-swarm-'))
    const db = aLedger(openDatabase(join(dataFolder, 'gatehouse.sqlite')))
    aPhase(db)
    const swarm = new Swarm(host, dataFolder, db, timing ?? {}, program)
    await swarm.configure()
    await swarm.pin()
    if (timing !== null) await swarm.startSupervisor()
    return swarm
  }

  /** The Operator says how the host is reached. */
  async configure(different: Partial<ConfigureHostInput> = {}): Promise<void> {
    const { port, keys } = this.host.sshd
    const input = {
      ...{ host: HOST, address: '127.0.0.1', port, user: 'root', alias: null, deadlineMinutes: 10 },
      ...{ builderKey: keys.builder, adversaryKey: keys.adversary, ...different },
    }
    await this.do(() => configureHost(this.db, actingAs(OPERATOR)(input, new Date())))
  }

  /** The Operator confirms the key that the host shows. */
  async pin(): Promise<void> {
    const { fingerprint } = this.host.sshd
    await this.do(() => pinHostKey(this.db, actingAs(OPERATOR)({ host: HOST, fingerprint }, new Date())))
  }

  async startSupervisor(): Promise<void> {
    const supervisor = spawn(process.execPath, this.#program === 'app' ? APP : [bundleSupervisor()], {
      env: {
        ...process.env,
        GATEHOUSE_DATA: this.dataFolder,
        GATEHOUSE_ORIGIN: 'https://gates.example.test',
        GATEHOUSE_TEST_TIMING: JSON.stringify(this.#timing),
        GATEHOUSE_DIST: BUILD,
        NODE_ENV: 'production',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    this.#supervisor = supervisor
    await new Promise((resolve, reject) => {
      supervisor.stdout.on('data', (text: Buffer) => /ready/i.test(`${text}`) && resolve(null))
      supervisor.once('exit', (code) => reject(new Error(`The supervisor ended with ${code}.`)))
    })
  }

  async endSupervisor(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const supervisor = this.#supervisor
    this.#supervisor = null
    if (supervisor === null || supervisor.exitCode !== null || supervisor.signalCode !== null) return
    const gone = new Promise((resolve) => supervisor.once('exit', resolve))
    supervisor.kill(signal)
    await gone
  }

  /** Leaves the process that supervises now to whoever asks; the next is another one. */
  takeSupervisor(): ChildProcess {
    const supervisor = this.#supervisor
    if (supervisor === null) throw new Error('Nobody supervises.')
    this.#supervisor = null
    return supervisor
  }

  /** The most memory that the supervising process ever held, in MiB. */
  peakMemory(): number {
    const status = readFileSync(`/proc/${this.#supervisor?.pid}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024
  }

  /** The Adversary asks for a run of mumble at the commit that behaves like this. Answers its number. */
  async request(behaviour: Behaviour, different: Partial<RequestRunInput> = {}): Promise<number> {
    const asked = {
      ...{ phase: 'redfix', failure: 'mumble', host: HOST, commit: this.host.commit(behaviour), ref: behaviour },
      ...{ harness: null, harnessRef: null, pullRequest: null, from: null, to: null, afterClaimOn: null },
      ...{ profile: 'alone' as const, remark: '', ...different },
    }
    const recorded = await this.do(() => requestRun(this.db, actingAs(ADVERSARY)(asked, new Date())))
    return Number(/\d+$/.exec(recorded.subject ?? '')?.[0])
  }

  async cancel(run: number, reason = 'It shows nothing.'): Promise<void> {
    await this.do(() => cancelRun(this.db, actingAs(ADVERSARY)({ phase: 'redfix', run, reason }, new Date())))
  }

  run(number: number): RequestedRun {
    const run = findRequestedRun(this.db, number)
    if (run === null) throw new Error(`Nobody requested run #${number}.`)
    return run
  }

  watch(number: number): RunWatch | null {
    return findRunWatch(this.db, number)
  }

  hostRunId(number: number): string {
    const seq = findRequestedRun(this.db, number)?.requestedSeq ?? 0
    return hostRunIdOf(number, findEvent(this.db, seq)?.hash ?? '')
  }

  spool(number: number): string {
    return join(this.dataFolder, 'runs', String(number), 'log')
  }

  /** How much of the log lies here, in bytes. */
  spooled = (number: number): number => statSync(this.spool(number), { throwIfNoEntry: false })?.size ?? 0

  hasEndedThere = (number: number): boolean => existsSync(join(this.host.runFolder(this.hostRunId(number)), 'rc'))

  /** How many times the host was told to start it and did. */
  startsOf = (number: number): number =>
    this.host.logOf(this.hostRunId(number)).toString().split('gatehouse: start\n').length - 1

  /** Everything of a run on the host, also what keeps and watches it. */
  keepersOf(number: number): number[] {
    const id = this.hostRunId(number)
    return processesWhere((words, environment) => `${words}\0${environment}`.includes(id) && !words.includes('sshd'))
  }

  /** The bytes that are sealed as the log of a run that has ended. */
  sealedLog = ({ log }: AttachedRun): Buffer => readFileSync(this.blob(log?.sha256 ?? ''))

  blob = (digest: string): string =>
    join(this.dataFolder, 'blobs/blobs', digest.slice(0, 2), digest.slice(2, 4), digest)

  /** Processes on the host that bear the mark of a run. */
  marked(run: number): number[] {
    const mark = `GATEHOUSE_RUN=${this.hostRunId(run)}`
    return processesWhere((_, environment) => environment.split('\0').includes(mark))
  }

  /** The run ends like this, and what is sealed of its log is what lies on the host. */
  async expectWhole(run: number, conclusion: Conclusion, withinMs = 60_000): Promise<AttachedRun> {
    const ended = await this.untilEnded(run, withinMs)
    const onHost = sha256(this.host.logOf(this.hostRunId(run)))
    const sealed = sha256(this.sealedLog(ended))
    if (sealed !== onHost || ended.log?.sha256 !== onHost) throw new Error(`The log of run #${run} is not the host’s.`)
    if (ended.conclusion !== conclusion)
      throw new Error(`Run #${run} is ${ended.conclusion}: ${ended.supervised?.exit.words}`)
    return ended
  }

  /** Throws with what was seen last when it does not come about. */
  async until<Value>(what: string, look: () => Value | null | undefined | false, withinMs = 30_000): Promise<Value> {
    const until = Date.now() + withinMs
    for (;;) {
      const seen = look()
      if (seen !== null && seen !== undefined && seen !== false) return seen
      if (Date.now() > until) throw new Error(`It did not come about that ${what}. ${this.#state()}`)
      await setTimeout(POLL_MS)
    }
  }

  untilRunning = (run: number, withinMs?: number): Promise<RunWatch> =>
    this.until(
      `run #${run} runs`,
      () => {
        const watch = this.watch(run)
        return watch?.status === 'running' && watch.bytes > 0 ? watch : null
      },
      withinMs,
    )

  /** The run as evidence, once it has ended. */
  async untilEnded(run: number, withinMs?: number): Promise<AttachedRun> {
    await this.until(`run #${run} ends`, () => this.run(run).step === 'ended', withinMs)
    return this.ended(run)
  }

  ended(run: number): AttachedRun {
    for (const event of listEvents(this.db, { kinds: ['run.ended'] }, 1_000))
      if (event.kind === 'run.ended' && event.payload.number === run) return event.payload
    throw new Error(`Run #${run} has not ended.`)
  }

  /** Another process writes too: while it holds the database, this waits. */
  async do<Value>(act: () => Result<Value>): Promise<Value> {
    for (;;) {
      try {
        return must(act())
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))) throw error
        await setTimeout(POLL_MS)
      }
    }
  }

  async close(): Promise<void> {
    await this.endSupervisor('SIGKILL')
    await this.host.close()
    this.db.$client.close()
    rmSync(this.dataFolder, { recursive: true, force: true })
  }

  #state(): string {
    return JSON.stringify(this.db.$client.prepare('SELECT run, status, words, bytes FROM run_watches').all())
  }
}

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** `timing` null: nobody supervises yet. */
export const startSwarm = (timing: Partial<Timing> | null = {}, program: Program = 'supervisor'): Promise<Swarm> =>
  Swarm.start(timing, program)
