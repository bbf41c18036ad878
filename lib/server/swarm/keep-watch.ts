import type { RunWatch } from '#db/swarm/run-watches.ts'
import { findRunWatch, setRunWatch } from '#db/swarm/run-watches.ts'
import type { RunStatus } from '#lib/swarm/words.ts'
import { database } from '../database.ts'

/** Bytes of a log are told this often at most, in milliseconds. */
const TELL_MS = 1_000

/**
 * What pages see of a run that is not over. It is no record: where the database is busy or its disk is full, it is told again at the next
 * change or within a second.
 */
export class KeptWatch {
  #watch: RunWatch
  #told = 0
  #later: NodeJS.Timeout | null = null

  constructor(run: number, now: number) {
    this.#watch = findRunWatch(database(), run) ?? {
      ...{
        run,
        status: 'queued',
        since: now,
        words: '',
        startedAt: null,
        lastByteAt: null,
        deadlineAt: null,
        bytes: 0,
      },
    }
  }

  get status(): RunStatus {
    return this.#watch.status
  }
  get lastByteAt(): number | null {
    return this.#watch.lastByteAt
  }

  /** Nothing is written where nothing changed. */
  set(
    status: RunStatus,
    words: string,
    now: number,
    more: Partial<Pick<RunWatch, 'startedAt' | 'deadlineAt'>> = {},
  ): void {
    const { status: before, words: said } = this.#watch
    if (status === before && words === said && Object.keys(more).length === 0) return
    this.#watch = { ...this.#watch, ...more, status, words, since: status === before ? this.#watch.since : now }
    this.#tell(now)
  }

  bytesCame(size: number, now: number): void {
    const isFirst = this.#watch.lastByteAt === null
    this.#watch = { ...this.#watch, bytes: size, lastByteAt: now }
    if (isFirst || now - this.#told >= TELL_MS) this.#tell(now)
    else this.#tellLater()
  }

  close(): void {
    if (this.#later !== null) clearTimeout(this.#later)
    this.#later = null
  }

  #tell(now: number): void {
    this.close()
    this.#told = now
    try {
      setRunWatch(database(), this.#watch)
    } catch {
      this.#tellLater()
    }
  }

  #tellLater(): void {
    if (this.#later !== null) return
    this.#later = setTimeout(() => {
      this.#later = null
      this.#tell(Date.now())
    }, TELL_MS)
    this.#later.unref()
  }
}
