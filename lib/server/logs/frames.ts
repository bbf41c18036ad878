import { type FeedBatch, toFeedLine } from '#lib/logs/feed-line.ts'
import { holdBack } from '#lib/logs/hold-back.ts'
import type { OutlineEntry } from '#lib/logs/outline.ts'
import { readMoreLogLines } from '#lib/runs/mask-log-lines.ts'
import { lineCutWords } from './cut-words.ts'
import type { Unfinished } from './line-index.ts'
import type { ScannedLine } from './line-splitter.ts'
import { toLogLine } from './log-window.ts'

/** Whole lines from the byte `start` to `next`, ready to be sent: decoded, masked and encoded once for all who follow. */
export type Frame = { start: number; next: number; bytes: Uint8Array }

/** A frame holds at most so much text before it is encoded, save for a single long line. */
export const FRAME_BYTES = 24 * 1024
/** Empty lines weigh nothing. */
export const MOST_LINES = 1_000
/** A key that never ends hides no more than a window would. */
const MOST_HIDDEN = 2_000

const encoder = new TextEncoder()
const event = (name: string, data: string, id?: number) =>
  encoder.encode(`${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${data}\n\n`)

/** Makes frames of lines in order; whether a private key is open goes from one to the next. */
export class Framer {
  #hidden = 0

  /** Reads lines that were sent before, only to know whether they leave a key open. */
  pass(texts: readonly string[]): void {
    this.#count(readMoreLogLines(texts, this.#hidden > 0).keyOpen, texts.length)
  }

  /** `parts`: the outline so far. */
  *frames(lines: readonly ScannedLine[], parts: readonly OutlineEntry[]): Generator<Frame> {
    let from = 0
    let held = 0
    for (const [at, line] of lines.entries()) {
      held += line.head.length
      if (held < FRAME_BYTES && at - from < MOST_LINES && at < lines.length - 1) continue
      yield this.#frame(lines.slice(from, at + 1), parts)
      from = at + 1
      held = 0
    }
  }

  /** The line that has no end yet, as far as it can be shown. It has no id: who resumes gets it again. */
  provisional({ number, startByte, head, endByte }: Unfinished & { endByte: number }): Uint8Array {
    // As a stream: the half of a letter at the end is left out.
    const decoded = new TextDecoder().decode(head, { stream: true })
    const { text, cut } = toLogLine({ number, startByte, nextByte: endByte, length: endByte - startByte, head })
    const shown = cut ? text : holdBack(decoded)
    const [spans = []] = readMoreLogLines([shown], this.#hidden > 0).spans
    return event('partial', JSON.stringify(toFeedLine(number, spans, lineCutWords(cut, endByte - startByte))))
  }

  #frame(lines: readonly ScannedLine[], parts: readonly OutlineEntry[]): Frame {
    const read = lines.map(toLogLine)
    const { spans, keyOpen } = readMoreLogLines(
      read.map(({ text }) => text),
      this.#hidden > 0,
    )
    this.#count(keyOpen, lines.length)
    const first = read[0]?.number ?? 0
    const last = read.at(-1)?.number ?? 0
    const begin = parts.slice(parts.findLastIndex((part) => part.line < first) + 1).filter(({ line }) => line <= last)
    const batch: FeedBatch = {
      lines: read.map(({ number, cut, byteLength }, at) =>
        toFeedLine(number, spans[at] ?? [], lineCutWords(cut, byteLength)),
      ),
      ...(begin.length === 0 ? {} : { parts: begin }),
    }
    const next = lines.at(-1)?.nextByte ?? 0
    return { start: lines[0]?.startByte ?? 0, next, bytes: event('lines', JSON.stringify(batch), next) }
  }

  #count(keyOpen: boolean, lines: number): void {
    this.#hidden = keyOpen && this.#hidden < MOST_HIDDEN ? this.#hidden + lines : 0
  }
}

/** Nothing more comes. `size`: the bytes of the whole log. */
export const endEvent = (size: number): Uint8Array => event('end', String(size), size)
