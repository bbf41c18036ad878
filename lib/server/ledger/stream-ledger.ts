import { setImmediate } from 'node:timers/promises'
import { exportLedger } from '#db/ledger/export-ledger.ts'
import { database } from '../database.ts'
import { onShutdown } from '../shutdown.ts'

/** The record as it stands now, slice by slice as the reader takes it; others are let in between. Ends with `signal` or the process. */
export function streamLedger(signal: AbortSignal): ReadableStream<Uint8Array> {
  const slices = exportLedger(database())
  const encoder = new TextEncoder()
  let ended = false
  const end = () => {
    ended = true
    forget()
  }
  const forget = onShutdown(end)
  signal.addEventListener('abort', end, { once: true })
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      await setImmediate()
      const slice = ended ? null : slices.next()
      if (slice !== null && !slice.done) return controller.enqueue(encoder.encode(slice.value))
      if (ended) return controller.error(new Error('The export was cut short.'))
      end()
      controller.close()
    },
    cancel: end,
  })
}
