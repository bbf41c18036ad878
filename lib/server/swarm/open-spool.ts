import { setTimeout } from 'node:timers/promises'
import { Spool } from './spool.ts'

const AGAIN_MS = 1_000

/**
 * The spool of a run, as soon as the disk lets it be opened; a write waits, too, while the disk is full. `say` hears what it waits for, each
 * a sentence. Throws what the signal was aborted with.
 */
export async function openSpool(folder: string, signal: AbortSignal, say: (words: string) => void): Promise<Spool> {
  const wait = (words: string) => {
    say(words)
    return setTimeout(AGAIN_MS, undefined, { signal })
  }
  for (;;) {
    signal.throwIfAborted()
    try {
      return await Spool.open(folder, () =>
        wait('The disk of this server is full: the log waits on the host until there is room.'),
      )
    } catch {
      await wait('The log cannot be written here: the disk failed or is full. It is tried again.')
    }
  }
}
