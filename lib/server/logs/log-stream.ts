import { announceSeq } from '../live/announce-seq.ts'
import { eventStream, type Sink } from '../live/event-stream.ts'
import { endEvent, type Frame } from './frames.ts'
import type { LogFeed } from './log-feed.ts'
import type { LogSource } from './log-source.ts'
import { lastMark } from './log-window.ts'
import { readFrames } from './read-frames.ts'

/** Whoever leaves more than this waiting is dropped, and resumes. */
const MOST_WAITING = 256 * 1024
/** What lies further back is read only as fast as it is taken. */
const ROOM_TO_READ_ON = 128 * 1024

/** What a stream follows: a log that grows, or one that was sealed meanwhile. */
export type Followed = { feed: LogFeed; source: LogSource } | { feed: null; source: LogSource }

export type From = {
  /** The byte at which a line starts that the reader has not. */
  byte: number
  /** Where more lines than this lie in between, the reader goes on that far before the end, about; null: every line. */
  mostLines: number | null
}

/**
 * The events of a run's page in one stream: `lines` (whole lines, `id` is the byte of the next), `partial` (the last line while it has no
 * end), `end`, and `seq` whenever something is recorded in the phase, which goes on after the end. One stream per tab.
 */
export function logStream(
  followed: Followed,
  from: From,
  phase: string,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  return eventStream(signal, MOST_WAITING, (sink) => {
    const stops = [announceSeq(phase, (seq) => sink.send(`event: seq\ndata: ${seq}\n\n`))]
    const follow = followed.feed === null ? sendSealed(followed.source, from, sink) : join(followed, from, sink, stops)
    follow.catch((error) => console.error('A log cannot be followed:', error))
    return () => {
      for (const stop of stops) stop()
    }
  })
}

async function join(
  { feed, source }: { feed: LogFeed; source: LogSource },
  from: From,
  sink: Sink,
  stops: (() => void)[],
): Promise<void> {
  const letGo = await feed.hold()
  if (sink.closed) return letGo()
  stops.push(letGo)
  let at = await startOf(source, from, feed.position)
  while (!sink.closed) {
    const leave = feed.join(at, (bytes) => sink.send(bytes))
    if (leave !== null) {
      stops.push(leave)
      return
    }
    at = await sendFrames(feed.framesFrom(at), at, sink)
  }
}

async function sendSealed(source: LogSource, from: From, sink: Sink): Promise<void> {
  const index = await source.index()
  if (!index.ok) throw new Error(index.refusal.sentence)
  const { size } = index.value
  const at = await startOf(source, from, size)
  await sendFrames(readFrames(source, index.value, at, size), at, sink)
  sink.send(endEvent(size))
}

/** Sends as fast as it is taken. Answers how far it came. */
async function sendFrames(frames: AsyncIterable<Frame>, from: number, sink: Sink): Promise<number> {
  let at = from
  for await (const frame of frames) {
    while (!sink.closed && sink.room() < ROOM_TO_READ_ON) await sink.drained()
    if (sink.closed) break
    sink.send(frame.bytes)
    at = frame.next
  }
  return at
}

/** Whoever is too far behind goes on nearer to the end, at a line that the index knows. */
async function startOf(source: LogSource, { byte, mostLines }: From, position: number): Promise<number> {
  const at = Math.min(Math.max(0, byte), position)
  if (mostLines === null) return at
  const index = await source.index()
  if (!index.ok) return at
  const { lineCount, marks } = index.value
  const behind = lastMark(index.value, ({ offset }) => offset <= at)
  if (lineCount - behind.line <= mostLines + MARK_LINES) return at
  return Math.max(
    at,
    marks.findLast(({ line, offset }) => line <= lineCount - mostLines && offset <= position)?.offset ?? at,
  )
}

/** Between two marks. */
const MARK_LINES = 4096
