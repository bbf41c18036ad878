import { setTimeout } from 'node:timers/promises'

const FIRST_MS = 250
const MOST_MS = 5_000

/** Waits longer each time until it is reset: a quarter of a second up to five. */
export class Backoff {
  #next = FIRST_MS

  reset(): void {
    this.#next = FIRST_MS
  }

  /** Throws what `signal` was aborted with. */
  async wait(signal: AbortSignal): Promise<void> {
    const wait = this.#next
    this.#next = Math.min(MOST_MS, wait * 2)
    await setTimeout(wait, undefined, { signal })
  }
}
