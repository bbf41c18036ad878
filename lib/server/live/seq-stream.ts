import { headSeq } from '#db/ledger/list-events.ts'
import { database } from '../database.ts'
import { onShutdown } from '../shutdown.ts'
import { headWatch } from './head-watch.ts'

/** Proxies close what is silent for long. */
const PING_MS = 15_000
/** A reader who does not read is dropped and resumes by itself: the browser reconnects. */
const MOST_WAITING = 64

/** Server-sent events: `seq` with the number of the last event of a phase (or of all), now and whenever it grows. */
export function seqStream(phase: string | undefined, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let close = () => {}
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let sent = -1
        const send = (text: string) => {
          if ((controller.desiredSize ?? 0) <= 0) return close()
          controller.enqueue(encoder.encode(text))
        }
        const announce = () => {
          const seq = headSeq(database(), phase)
          if (seq === sent) return
          sent = seq
          send(`id: ${seq}\nevent: seq\ndata: ${seq}\n\n`)
        }
        const stop = headWatch().listen(announce)
        const ping = setInterval(() => send(': ping\n\n'), PING_MS)
        const forget = onShutdown(() => close())
        close = () => {
          close = () => {}
          stop()
          forget()
          clearInterval(ping)
          controller.close()
        }
        signal.addEventListener('abort', () => close(), { once: true })
        send('retry: 2000\n\n')
        announce()
      },
      cancel: () => close(),
    },
    { highWaterMark: MOST_WAITING },
  )
}
