import { HEAD_BYTES, type Unfinished } from './line-index.ts'

/** One line as bytes: `head` is its beginning, at most 16 KiB of it, `length` all of it, both without CR and LF. */
export type ScannedLine = { number: number; startByte: number; nextByte: number; length: number; head: Buffer }

const CR = 0x0d
const LF = 0x0a

/** Cuts bytes that come in order into lines, and never holds more than the head of one. */
export class LineSplitter {
  #number: number
  #startByte: number
  #at: number
  #head: Buffer = Buffer.alloc(0)
  #previous = 0

  /** Goes on at `endByte`, in a line that began at `startByte`; without it, at the start of that line. */
  constructor(from: Pick<Unfinished, 'number' | 'startByte'> & { head?: Buffer; endByte?: number }) {
    this.#number = from.number
    this.#startByte = from.startByte
    this.#at = from.endByte ?? from.startByte
    this.#head = from.head ?? Buffer.alloc(0)
    this.#previous = this.#at - this.#startByte === this.#head.length ? (this.#head.at(-1) ?? 0) : 0
  }

  /** The line that has begun and not ended, and how far it goes. */
  get open(): Unfinished & { endByte: number } {
    return { number: this.#number, startByte: this.#startByte, head: this.#head, endByte: this.#at }
  }

  /** The lines that end in this chunk. */
  *take(chunk: Buffer): Generator<ScannedLine> {
    let used = 0
    for (let lf = chunk.indexOf(LF); lf !== -1; lf = chunk.indexOf(LF, used)) {
      const end = this.#at + lf
      const part = chunk.subarray(used, lf)
      const whole = this.#head.length === 0 ? part : Buffer.concat([this.#head, part.subarray(0, HEAD_BYTES)])
      const beforeLf = lf > used ? chunk[lf - 1] : this.#previous
      const length = end - this.#startByte - (beforeLf === CR && end > this.#startByte ? 1 : 0)
      const head = whole.subarray(0, Math.min(length, HEAD_BYTES))
      const line = { number: this.#number, startByte: this.#startByte, nextByte: end + 1, length, head }
      used = lf + 1
      this.#next(end + 1)
      yield line
    }
    const room = HEAD_BYTES - this.#head.length
    if (used < chunk.length && room > 0) this.#head = Buffer.concat([this.#head, chunk.subarray(used, used + room)])
    this.#previous = chunk.at(-1) ?? this.#previous
    this.#at += chunk.length
  }

  /** Ends the open line at `nextByte`, of which the last `ending` bytes are CR and LF: where others know that it ends. */
  end(nextByte: number, ending: number): ScannedLine {
    const length = nextByte - this.#startByte - ending
    const line = {
      number: this.#number,
      startByte: this.#startByte,
      nextByte,
      length,
      head: this.#head.subarray(0, length),
    }
    this.#next(nextByte)
    this.#at = nextByte
    return line
  }

  #next(startByte: number): void {
    this.#number++
    this.#startByte = startByte
    this.#head = Buffer.alloc(0)
  }
}
