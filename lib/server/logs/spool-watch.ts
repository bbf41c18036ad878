import { type FSWatcher, watch } from 'node:fs'
import type { SpoolLog } from './spool-log.ts'

/** Where the file system does not tell: looked at this often, in milliseconds. */
const POLL_MS = 50

/** Reads a spool on as soon as it grows, until it is stopped; `onEnd` once it has ended and all of it was read. Never throws. */
export function watchSpool(log: SpoolLog, onEnd: () => void): () => void {
  let watcher: FSWatcher | null = null
  let stopped = false
  let seen = false

  const stop = () => {
    stopped = true
    clearInterval(polling)
    watcher?.close()
  }
  const complain = (error: unknown) => console.error(`The log ${log.file} cannot be followed:`, error)
  const grow = () => void log.grow().catch(complain)
  const listen = () => {
    try {
      watcher = watch(/* turbopackIgnore: true */ log.file, grow).on('error', () => {
        watcher?.close()
        watcher = null
      })
    } catch {
      watcher = null // no file yet, or too many watches on this machine: there is the poll
    }
  }
  const look = async () => {
    const ended = await log.hasEnded()
    const size = await log.sizeOnDisk()
    if (stopped) return
    if (size !== null && watcher === null) listen()
    if (size !== null && size > log.size) await log.grow()
    // Removed after it was sealed: then nothing more comes either.
    const gone = seen && size === null
    seen ||= size !== null
    if (stopped || !(ended || gone)) return
    stop()
    onEnd()
  }

  let looking = false
  const polling = setInterval(() => {
    if (looking) return
    looking = true
    look()
      .catch(complain)
      .finally(() => {
        looking = false
      })
  }, POLL_MS)
  return stop
}
