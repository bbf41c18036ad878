import { headWatch } from '../live/head-watch.ts'
import { onShutdown } from '../shutdown.ts'

/** Waits for the next event of the record, at most `ms` milliseconds. Answers whether to stop waiting: the caller went away, or the process ends. */
export function somethingHappens(ms: number, signal: AbortSignal): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const leave = () => resolve(true)
  const stop = headWatch().listen(() => resolve(false))
  const forget = onShutdown(leave)
  const timer = setTimeout(() => resolve(false), ms)
  signal.addEventListener('abort', leave, { once: true })
  return promise.finally(() => {
    stop()
    forget()
    clearTimeout(timer)
    signal.removeEventListener('abort', leave)
  })
}
