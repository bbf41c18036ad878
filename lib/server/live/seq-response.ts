import { seqStream } from './seq-stream.ts'

/** The stream of a phase's last event number (or of all), as an answer that no proxy holds back. */
export const seqResponse = (phase: string | undefined, signal: AbortSignal): Response =>
  new Response(seqStream(phase, signal), {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-cache, no-transform',
      'X-Accel-Buffering': 'no',
    },
  })
