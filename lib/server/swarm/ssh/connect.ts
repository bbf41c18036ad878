import { NodeSSH } from 'node-ssh'
import type { Client } from 'ssh2'
import { because, ok, type Result, refuse } from '#lib/result.ts'
import { fingerprintOf } from './fingerprint.ts'
import { HostChannel } from './host-channel.ts'
import { readKey } from './read-key.ts'
import type { Destination } from './resolve-destination.ts'
import { explainSshError, type SshRefusal } from './ssh-refusal.ts'

/** A silent network is noticed after (3 + 1) x 4 s. */
const KEEPALIVE = { keepaliveInterval: 4_000, keepaliveCountMax: 3 }
const READY_MS = 10_000

/** An open connection. Listens to its own end: `lost` says why, null while it is open. */
export class HostConnection {
  lost: SshRefusal | null = null
  readonly #client: Client
  readonly #host: string
  readonly #listeners = new Set<() => void>()

  constructor(host: string, client: Client) {
    this.#host = host
    this.#client = client
    const lose = (error?: unknown) => {
      if (this.lost !== null) return
      this.lost = explainSshError(host, error)
      for (const listener of this.#listeners) listener()
    }
    client.on('error', lose)
    client.on('close', () => lose())
  }

  onLost(listener: () => void): void {
    if (this.lost === null) this.#listeners.add(listener)
    else listener()
  }

  /** The host's script is the forced command of the key: `command` is only what it reads as its request. */
  exec(command: string): Promise<Result<HostChannel, SshRefusal>> {
    return new Promise((resolve) => {
      const fail = (error?: unknown) => resolve(refuse(this.lost ?? explainSshError(this.#host, error)))
      try {
        this.#client.exec(command, (error, channel) => {
          if (error) fail(error)
          else resolve(ok(new HostChannel(channel, () => this.lost)))
        })
      } catch (error) {
        fail(error) // ssh2 throws where the connection is gone already
      }
    })
  }

  close(): void {
    this.#client.end()
  }
}

/** Opens a connection to the host that has this key, and to no other. `pinned`: `SHA256:…`. */
export async function connect(
  host: string,
  { address, port, user, keyPlace }: Destination,
  pinned: string,
): Promise<Result<HostConnection, SshRefusal>> {
  const key = await readKey(keyPlace)
  if (!key.ok) return key
  let shown: string | null = null
  const ssh = new NodeSSH()
  const connecting = ssh.connect({
    ...{ host: address, port, username: user, readyTimeout: READY_MS, tryKeyboard: false },
    ...KEEPALIVE,
    ...key.value,
    hostVerifier: (blob: Buffer) => {
      shown = fingerprintOf(blob)
      return shown === pinned
    },
  })
  const client = ssh.connection
  client?.on('error', () => {}) // after it is ready node-ssh listens no more, and an error that nobody hears ends the process
  try {
    await connecting
    if (client === null) throw new Error('closed')
    client.setNoDelay(true)
    return ok(new HostConnection(host, client))
  } catch (error) {
    client?.destroy()
    if (shown !== null && shown !== pinned) return refuse(keyChanged(host, shown))
    return refuse(explainSshError(host, error))
  }
}

const keyChanged = (host: string, shown: string): SshRefusal =>
  because(
    'host_key_changed',
    `The host key of ${host} changed: it shows ${shown}. Nothing goes there until the Operator has confirmed it.`,
  )
