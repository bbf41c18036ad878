import { endEvent, type Frame, Framer } from './frames.ts'
import { LineSplitter } from './line-splitter.ts'
import { readLogWindow } from './log-window.ts'
import { readFrames } from './read-frames.ts'
import type { SpoolLog } from './spool-log.ts'
import { watchSpool } from './spool-watch.ts'

type Listener = (bytes: Uint8Array) => void

/** A line without an end is shown after this long, and again this often while it grows, in milliseconds. */
const PARTIAL_MS = 100
/** What was sent last stays at hand, so that those who come a little later cost no reading. */
const RECENT_BYTES = 256 * 1024
/** Lines read before the first of the feed, for a private key that is open there. */
const BEFORE = 100

/** The one reader of a growing log in this process. It reads each byte once, however many follow, and rests while nobody does. */
export class LogFeed {
  readonly #log: SpoolLog
  readonly #listeners = new Set<Listener>()
  #splitter = new LineSplitter({ number: 1, startByte: 0 })
  #framer = new Framer()
  #recent: Frame[] = []
  #users = 0
  #ended = false
  #stop = () => {}
  #work: Promise<void> = Promise.resolve()
  #partialTimer: NodeJS.Timeout | null = null

  constructor(log: SpoolLog) {
    this.#log = log
  }

  get followed(): boolean {
    return this.#users > 0
  }

  /** Where the next line starts that nobody has got yet. */
  get position(): number {
    return this.#splitter.open.startByte
  }

  /** Keeps the feed awake. Answers how to let go of it. Throws where the disk fails. */
  async hold(): Promise<() => void> {
    this.#users++
    if (this.#users === 1) this.#work = this.#work.catch(() => {}).then(() => this.#begin())
    let held = true
    const letGo = () => {
      if (held) this.#users--
      held = false
      if (this.#users === 0) this.#rest()
    }
    try {
      await this.#work
    } catch (error) {
      letGo()
      throw error
    }
    return letGo
  }

  /** From the next line on, if it starts at this byte: then all that is announced goes to the listener. Null: there is something to read first. */
  join(at: number, listener: Listener): (() => void) | null {
    if (at !== this.position) return null
    this.#listeners.add(listener)
    if (this.#ended) listener(endEvent(this.position))
    else if (this.#hasPartial()) listener(this.#framer.provisional(this.#splitter.open))
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** The lines from this byte on, as they went to others, or read again; ends where there are none yet, or sooner. */
  async *framesFrom(at: number): AsyncGenerator<Frame> {
    const recent = this.#recent.find(({ start }) => start >= at)
    if (recent?.start === at) yield recent
    else yield* readFrames(this.#log.source(), await this.#log.grow(), at, recent?.start ?? this.position)
  }

  async #begin(): Promise<void> {
    this.#rest()
    await this.#log.grow()
    const { number, startByte, head, endByte } = this.#log.unfinished()
    this.#splitter = new LineSplitter({ number, startByte, head, endByte })
    this.#framer = new Framer()
    this.#recent = []
    this.#ended = false
    const chunks: Buffer[] = []
    let take = (chunk: Buffer): void => {
      chunks.push(chunk)
    }
    const stopReading = this.#log.read((chunk) => take(chunk))
    const window = await readLogWindow(this.#log.source(), { fromLine: Math.max(1, number - BEFORE) }, BEFORE)
    if (window.ok) this.#framer.pass(window.value.lines.filter((line) => line.number < number).map(({ text }) => text))
    for (const chunk of chunks) this.#take(chunk)
    take = (chunk) => this.#take(chunk)
    const stopWatching = watchSpool(this.#log, () => this.#end())
    this.#stop = () => {
      stopReading()
      stopWatching()
    }
    if (this.#users === 0) this.#rest()
  }

  #rest(): void {
    this.#stop()
    this.#stop = () => {}
    if (this.#partialTimer !== null) clearTimeout(this.#partialTimer)
    this.#partialTimer = null
    this.#recent = []
  }

  #take(chunk: Buffer): void {
    this.#send([...this.#splitter.take(chunk)])
    if (this.#hasPartial()) this.#partialTimer ??= setTimeout(() => this.#sendPartial(), PARTIAL_MS)
  }

  #send(lines: Parameters<Framer['frames']>[0]): void {
    for (const frame of this.#framer.frames(lines, this.#log.outline())) {
      this.#recent.push(frame)
      for (const listener of this.#listeners) listener(frame.bytes)
    }
    let held = this.#recent.reduce((sum, { bytes }) => sum + bytes.length, 0)
    while (held > RECENT_BYTES) held -= this.#recent.shift()?.bytes.length ?? held
  }

  #sendPartial(): void {
    this.#partialTimer = null
    if (!this.#hasPartial()) return
    const bytes = this.#framer.provisional(this.#splitter.open)
    for (const listener of this.#listeners) listener(bytes)
  }

  #hasPartial = () => this.#splitter.open.endByte > this.#splitter.open.startByte

  #end(): void {
    if (this.#hasPartial()) this.#send([this.#splitter.end(this.#splitter.open.endByte, 0)])
    this.#ended = true
    for (const listener of this.#listeners) listener(endEvent(this.position))
  }
}
