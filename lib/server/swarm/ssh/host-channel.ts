import type { ClientChannel } from 'ssh2'
import type { SshRefusal } from './ssh-refusal.ts'

/** So much of what a host says on stderr is kept: its sentence. */
const MOST_ERR_BYTES = 8 * 1024

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

  /** Chunk by chunk, each taken before the next is asked for; ends with the channel, however that ends. */
  async *out(): AsyncGenerator<Buffer> {
    try {
      for await (const chunk of this.#channel) yield chunk
    } catch {
      // A cut: `ended` says so.
    } finally {
      void 0
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
