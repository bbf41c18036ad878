import { headSeq } from '#db/ledger/list-events.ts'
import { database } from '../database.ts'
import { once } from '../once.ts'

type Listener = () => void

/** How often the record is asked for its last event, in milliseconds: other processes write too, so being told by ours is not enough. */
const EVERY_MS = 250

/** One reader of the head per process, fanned out to every open stream; it rests while nobody listens. */
class HeadWatch {
  readonly #listeners = new Set<Listener>()
  #timer: NodeJS.Timeout | null = null
  #head = 0

  /** Calls back after new events. Answers how to stop. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    if (this.#timer === null) {
      this.#head = headSeq(database())
      this.#timer = setInterval(() => this.#look(), EVERY_MS)
    }
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size > 0 || this.#timer === null) return
      clearInterval(this.#timer)
      this.#timer = null
    }
  }

  #look(): void {
    const head = headSeq(database())
    if (head === this.#head) return
    this.#head = head
    for (const listener of this.#listeners) listener()
  }
}

export const headWatch = (): HeadWatch => once('head-watch', () => new HeadWatch())
