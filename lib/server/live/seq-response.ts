import { announceSeq } from './announce-seq.ts'
import { eventResponse, eventStream } from './event-stream.ts'

/** Some hundreds of events. */
const MOST_WAITING = 16 * 1024

/** Server-sent events: `seq` with the number of the last event of a phase (or of all), now and whenever it grows. */
export const seqResponse = (phase: string | undefined, signal: AbortSignal): Response =>
  eventResponse(
    eventStream(signal, MOST_WAITING, (sink) =>
      announceSeq(phase, (seq) => sink.send(`id: ${seq}\nevent: seq\ndata: ${seq}\n\n`)),
    ),
  )
