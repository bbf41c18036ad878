import type { Result } from '#lib/result.ts'
import type { HostConnection } from './connect.ts'
import type { HostChannel } from './host-channel.ts'
import type { SshRefusal } from './ssh-refusal.ts'

/** An SSH server grants ten channels on a connection (MaxSessions); a shell of the Operator may want one too. */
const MOST_CHANNELS = 8
const IDLE_MS = 60_000

/** One connection, kept while it is used and a minute more, opened again when it was lost. */
export class SharedConnection {
  readonly #open: () => Promise<Result<HostConnection, SshRefusal>>
  #connecting: Promise<Result<HostConnection, SshRefusal>> | null = null
  #channels = 0
  readonly #waiting: (() => void)[] = []
  #idle: NodeJS.Timeout | null = null

  constructor(open: () => Promise<Result<HostConnection, SshRefusal>>) {
    this.#open = open
  }

  /** Gives the command on a channel of its own. Where a kept connection turns out to be dead before the host heard anything, a new one is opened. */
  async channel(command: string): Promise<Result<HostChannel, SshRefusal>> {
    await this.#takeTurn()
    const opened = await this.#channelNow(command).catch((error: unknown) => {
      this.#giveTurn()
      throw error
    })
    if (opened.ok) void opened.value.ended.then(() => this.#giveTurn())
    else this.#giveTurn()
    return opened
  }

  close(): void {
    if (this.#idle !== null) clearTimeout(this.#idle)
    const connecting = this.#connecting
    this.#connecting = null
    void connecting?.then((connected) => connected.ok && connected.value.close())
  }

  async #channelNow(command: string): Promise<Result<HostChannel, SshRefusal>> {
    const wasKept = this.#connecting !== null
    const connected = await this.#connection()
    if (!connected.ok) return connected
    const opened = await connected.value.exec(command)
    if (opened.ok || connected.value.lost === null || !wasKept) return opened
    const again = await this.#connection()
    return again.ok ? again.value.exec(command) : again
  }

  #connection(): Promise<Result<HostConnection, SshRefusal>> {
    if (this.#connecting !== null) return this.#connecting
    const connecting = this.#open()
    this.#connecting = connecting
    const forget = () => {
      if (this.#connecting === connecting) this.#connecting = null
    }
    connecting.then((connected) => (connected.ok ? connected.value.onLost(forget) : forget()), forget)
    return connecting
  }

  async #takeTurn(): Promise<void> {
    if (this.#idle !== null) clearTimeout(this.#idle)
    this.#idle = null
    if (this.#channels < MOST_CHANNELS) this.#channels += 1
    else await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  #giveTurn(): void {
    const next = this.#waiting.shift()
    if (next !== undefined) next()
    else this.#channels -= 1
    if (this.#channels > 0) return
    this.#idle = setTimeout(() => this.close(), IDLE_MS)
    this.#idle.unref()
  }
}
