import { setTimeout } from 'node:timers/promises'
import type { Payloads } from '#lib/ledger/payloads.ts'
import type { HostSettings } from '#lib/swarm/host-settings.ts'
import type { RequestedRun } from '#lib/swarm/requested-run.ts'
import { formatFull } from '#lib/time/format.ts'
import { MAX_LOG_BYTES } from '../runs/check-run-files.ts'
import { Backoff } from './backoff.ts'
import { ANSWERED, type Ending, finishRun } from './finish-run.ts'
import { followLog } from './follow-log.ts'
import { KeptWatch } from './keep-watch.ts'
import { openSpool } from './open-spool.ts'
import { askStatus, askToCancel, isOver, type RunOnHost, runOnHost } from './run-on-host.ts'
import type { Spool } from './spool.ts'
import type { HostChannel } from './ssh/host-channel.ts'
import type { Timing } from './timing.ts'

const CHORE_MS = 250
/** A cancel that was heard is said again after this long, in milliseconds, and one that was not heard after the second. */
const CANCEL_AGAIN_MS = 60_000
const CANCEL_UNHEARD_MS = 2_000
/** What the host's script writes beyond its cap: its own first and last lines. */
const CAP_MARGIN_BYTES = 64 * 1024
/** So often a log that ends too early is asked for again before it is taken as what it is. */
const DEAD_ENDS = 3
/** Refusals of the store here: the host is not to blame. */
const OF_THIS_DISK: readonly string[] = ['disk_full', 'not_written', 'damaged']

/** A run that has started, until it is recorded how it ended. The host is asked before anything is believed. */
export class RunCare {
  readonly #run: RequestedRun
  readonly #started: Payloads['run.started']
  readonly #startedSeq: number
  readonly #on: RunOnHost
  readonly #watch: KeptWatch
  readonly #backoff = new Backoff()
  readonly #signal: AbortSignal
  readonly #timing: Timing
  readonly #deadlineAt: number
  readonly #capBytes: number
  #channel: HostChannel | null = null
  #cancelAsked = false
  #cancelAgainAt = 0
  readonly #since = Date.now()
  #quietSince = Date.now()
  #capped = false
  #over = false

  constructor(
    run: RequestedRun & { started: Payloads['run.started']; startedSeq: number },
    settings: HostSettings | null,
    timing: Timing,
    signal: AbortSignal,
  ) {
    this.#run = run
    this.#started = run.started
    this.#startedSeq = run.startedSeq
    this.#on = runOnHost(run)
    this.#signal = signal
    this.#timing = timing
    const { before, startedAt, skewMs } = run.started
    const begun = Date.parse(startedAt) - (skewMs ?? 0)
    this.#deadlineAt = begun + Math.min(before.deadlineMs, settings?.deadlineMs ?? before.deadlineMs)
    this.#capBytes = Math.min(before.logCapBytes + CAP_MARGIN_BYTES, MAX_LOG_BYTES)
    this.#watch = new KeptWatch(run.number, Date.now())
    this.#watch.set('starting', '', Date.now(), { startedAt: begun, deadlineAt: this.#deadlineAt })
  }

  /** Somebody cancelled it; said as often as one likes. */
  cancel(): void {
    this.#cancelAsked = true
  }

  /** Ends when the run is recorded as ended; throws what the signal was aborted with. */
  async untilRecorded(folder: string): Promise<void> {
    const spool = await openSpool(folder, this.#signal, (words) => this.#say(words))
    const stop = () => this.#channel?.close()
    this.#signal.addEventListener('abort', stop, { once: true })
    const chores = this.#doChores()
    try {
      for (;;) {
        const ending = { ...(await this.#untilOver(spool)), hasNoHope: this.#hasNoHope() }
        const finished = await finishRun(
          {
            ...{ run: this.#run, started: this.#started, startedSeq: this.#startedSeq, on: this.#on, spool },
            ...{ lastByteAt: this.#watch.lastByteAt, deadlineAt: this.#deadlineAt, signal: this.#signal },
            told: (words) => this.#say(words),
          },
          ending,
        )
        if (finished.ok) return
        const { reason, sentence } = finished.refusal
        this.#watch.set(OF_THIS_DISK.includes(reason) ? 'running' : 'unreachable', sentence, Date.now())
        await this.#backoff.wait(this.#signal)
      }
    } finally {
      this.#over = true
      this.#signal.removeEventListener('abort', stop)
      this.#watch.close()
      await spool.close()
      await chores
    }
  }

  /** Follows the log, across cuts, until the host says that the run is over, or nothing is to be hoped for any more. */
  async #untilOver(spool: Spool): Promise<Omit<Ending, 'hasNoHope'>> {
    let deadEnds = 0
    for (;;) {
      this.#signal.throwIfAborted()
      const asked = await askStatus(this.#on)
      if (!asked.ok) {
        const { reason, sentence } = asked.refusal
        this.#watch.set(ANSWERED.includes(reason) ? 'running' : 'unreachable', sentence, Date.now())
        if (this.#hasNoHope()) return this.#lost('The host did not answer')
        await this.#backoff.wait(this.#signal)
        continue
      }
      const status = asked.value
      const isCapped = this.#capped
      if (status === null)
        return { status, lostBecause: `${this.#on.host} knows this run no more: its folder is gone.`, isCapped }
      if (isOver(status) && (isCapped || spool.size >= status.bytes || deadEnds >= DEAD_ENDS))
        return { status, lostBecause: null, isCapped }
      if (!isOver(status) && this.#hasNoHope()) return this.#lost('The host did not end it')
      this.#watch.set('running', this.#wordsOf(), Date.now())
      if (isCapped) {
        await this.#backoff.wait(this.#signal)
        continue
      }
      const before = spool.size
      const { code, lost, capped } = await this.#follow(spool)
      this.#capped ||= capped
      if (lost?.reason === 'timeout') this.#watch.set('unreachable', lost.sentence, Date.now())
      if (spool.size > before) this.#backoff.reset()
      deadEnds = code === 0 && spool.size === before ? deadEnds + 1 : 0
      if (code !== 0 || deadEnds > 0) await this.#backoff.wait(this.#signal)
    }
  }

  #follow(spool: Spool) {
    return followLog({
      ...{ on: this.#on, spool, capBytes: this.#capBytes },
      opened: (channel) => {
        this.#channel = channel
        this.#quietSince = Date.now()
        if (this.#signal.aborted) channel.close()
      },
      grew: () => {
        this.#quietSince = Date.now()
        this.#watch.bytesCame(spool.size, this.#quietSince)
        this.#say(this.#wordsOf())
      },
    }).finally(() => {
      this.#channel = null
    })
  }

  /** What must not wait for the log: ending it, and asking after it when it is silent. */
  async #doChores(): Promise<void> {
    while (!this.#over && !this.#signal.aborted) {
      await setTimeout(CHORE_MS)
      const now = Date.now()
      if (this.#isToEnd() && now >= this.#cancelAgainAt) {
        this.#say(this.#wordsOf())
        const heard = await askToCancel(this.#on)
        this.#cancelAgainAt = Date.now() + (heard.ok ? CANCEL_AGAIN_MS : CANCEL_UNHEARD_MS)
      }
      if (this.#channel !== null && now - this.#quietSince > this.#timing.quietMs) await this.#askAfter(this.#channel)
    }
  }

  /** A silent log may be that of a run that is over: then its channel is of no more use. */
  async #askAfter(channel: HostChannel): Promise<void> {
    const asked = await askStatus(this.#on)
    const wasQuiet = Date.now() - this.#quietSince > this.#timing.quietMs
    this.#quietSince = Date.now()
    if (asked.ok && wasQuiet && (asked.value === null || isOver(asked.value))) channel.close()
  }

  #isToEnd(): boolean {
    return this.#cancelAsked || this.#capped || this.#isPast(this.#timing.overdueMs)
  }

  /** An app that was down for long has only begun to ask. */
  #hasNoHope(): boolean {
    return this.#isPast(this.#timing.lostMs) && Date.now() - this.#since > this.#timing.patienceMs
  }

  #isPast(afterDeadlineMs: number): boolean {
    return Date.now() > this.#deadlineAt + afterDeadlineMs
  }

  #wordsOf(): string {
    if (this.#cancelAsked) return 'It is being cancelled.'
    if (this.#capped) return 'Its log passed the cap: it is being ended.'
    return this.#isPast(this.#timing.overdueMs)
      ? 'Its deadline passed, and the host has not ended it: it is being ended.'
      : ''
  }

  #say(words: string): void {
    this.#watch.set(this.#watch.status, words, Date.now())
  }

  #lost(what: string): Omit<Ending, 'hasNoHope'> {
    return { status: null, lostBecause: `${what} until ${formatFull(new Date())}.`, isCapped: this.#capped }
  }
}
