import { onShutdown } from '../shutdown.ts'

/** Proxies close what is silent for long. */
const PING_MS = 15_000
/** How soon a browser whose stream was cut asks again. */
const RETRY_MS = 1000

/** One reader's end of a stream. */
export type Sink = {
  send(text: string | Uint8Array): void
  /** How many bytes may still wait before the reader is dropped. */
  room(): number
  /** When bytes were taken; also when the reader went away. */
  drained(): Promise<void>
  readonly closed: boolean
}

/**
 * Server-sent events to one reader. `begin` answers how to stop. A reader who leaves more than `mostWaiting` bytes waiting is dropped and
 * resumes by itself: the browser reconnects. Ends with the request and with the process.
 */
export function eventStream(
  signal: AbortSignal,
  mostWaiting: number,
  begin: (sink: Sink) => () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let wake = () => {}
  let close = (_byReader?: boolean) => {}
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let closed = false
        let stop = () => {}
        const sink: Sink = {
          send: (text) => {
            if (closed) return
            if ((controller.desiredSize ?? 0) <= 0) return close()
            controller.enqueue(typeof text === 'string' ? encoder.encode(text) : text)
          },
          room: () => controller.desiredSize ?? 0,
          drained: () =>
            closed
              ? Promise.resolve()
              : new Promise((resolve) => {
                  wake = resolve
                }),
          get closed() {
            return closed
          },
        }
        const ping = setInterval(() => sink.send(': ping\n\n'), PING_MS)
        const forget = onShutdown(() => close())
        close = (byReader = false) => {
          if (closed) return
          closed = true
          stop()
          forget()
          clearInterval(ping)
          wake()
          if (!byReader) controller.close()
        }
        signal.addEventListener('abort', () => close(), { once: true })
        sink.send(`retry: ${RETRY_MS}\n\n`)
        stop = begin(sink)
        if (closed) stop()
        if (signal.aborted) close()
      },
      pull: () => wake(),
      cancel: () => close(true),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }),
  )
}

/** An event stream as an answer that no proxy holds back. */
export const eventResponse = (stream: ReadableStream<Uint8Array>): Response =>
  new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
