import ssh2 from 'ssh2'
import { ok, type Result, refuse } from '#lib/result.ts'
import { fingerprintOf, keyTypeOf } from './fingerprint.ts'
import type { Destination } from './resolve-destination.ts'
import { explainSshError, type SshRefusal } from './ssh-refusal.ts'

export type ShownHostKey = { fingerprint: string; keyType: string }

const READY_MS = 10_000

/** Asks for the host's key and goes away before anything is said to it: no user, no key of ours. */
export function askForHostKey(
  host: string,
  { address, port }: Pick<Destination, 'address' | 'port'>,
): Promise<Result<ShownHostKey, SshRefusal>> {
  return new Promise((resolve) => {
    const client = new ssh2.Client()
    client.on('error', (error) => resolve(refuse(explainSshError(host, error))))
    client.on('close', () => resolve(refuse(explainSshError(host, null))))
    client.connect({
      ...{ host: address, port, username: 'nobody', readyTimeout: READY_MS },
      hostVerifier: (blob: Buffer) => {
        resolve(ok({ fingerprint: fingerprintOf(blob), keyType: keyTypeOf(blob) }))
        setImmediate(() => client.destroy())
        return false
      },
    })
  })
}
