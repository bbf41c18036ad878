import type { ClientChannel } from 'ssh2'
import type { SshRefusal } from './ssh-refusal.ts'

/** So much of what a host says on stderr is kept: its sentence. */
const MOST_ERR_BYTES = 8 * 1024

/** More is not taken off the wire while the reader is busy. */
const HELD_BYTES = 256 * 1024

/** How a channel ended. `code` null: it never said, because the channel or the connection was cut; `lost`: why, if the connection was. */
export type ChannelEnd = { code: number | null; err: string; lost: SshRefusal | null }

/** One command on a host. Whoever opens it reads `out` to its end or closes it: what is not read holds the host back. */
export class HostChannel {
  readonly ended: Promise<ChannelEnd>
  readonly #channel: ClientChannel

  constructor(channel: ClientChannel, whyLost: () => SshRefusal | null) {
    this.#channel = channel
    let err = Buffer.alloc(0)
    channel.stderr.on('data', (chunk: Buffer) => {
      if (err.length < MOST_ERR_BYTES) err = Buffer.concat([err, chunk]).subarray(0, MOST_ERR_BYTES)
    })
    channel.on('error', () => {}) // what matters of it is that the channel closes
    let code: number | null = null
    channel.on('exit', (exit: number | null) => {
      code = exit
    })
    this.ended = new Promise((resolve) => {
      channel.on('close', () => resolve({ code, err: err.toString('utf8').trim(), lost: whyLost() }))
    })
  }

  /**
   * Chunk by chunk as they come off the wire; ends with the channel, however that ends (`ended` says how). While its reader is busy little
   * is held here and the host waits. `idleMs`: silent for so long it is closed, as cut; without it a silent log may take its time.
   */
  async *out(idleMs: number | null = null): AsyncGenerator<Buffer> {
    const channel = this.#channel
    const held: Buffer[] = []
    let size = 0
    let isAtEnd = false
    let wake = () => {}
    channel.on('data', (chunk: Buffer) => {
      held.push(chunk)
      size += chunk.length
      if (size >= HELD_BYTES) channel.pause()
      wake()
    })
    for (const event of ['end', 'close'])
      channel.on(event, () => {
        isAtEnd = true
        wake()
      })
    try {
      for (;;) {
        const chunk = held.shift()
        if (chunk !== undefined) {
          size -= chunk.length
          yield chunk
        } else if (isAtEnd) return
        else {
          channel.resume()
          const idle = idleMs === null ? null : setTimeout(() => this.close(), idleMs)
          await new Promise<void>((resolve) => {
            wake = resolve
          })
          if (idle !== null) clearTimeout(idle)
        }
      }
    } finally {
      channel.removeAllListeners('data')
      // What its reader left unread would keep it from ending. But at the end the exit code is still to come.
      if (!isAtEnd) this.close()
    }
  }

  /** Everything that the command is told. */
  send(input: string): void {
    this.#channel.end(input)
  }

  close(): void {
    this.#channel.close()
    this.#channel.resume()
  }
}
