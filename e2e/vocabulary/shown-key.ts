import { createHash } from 'node:crypto'
import ssh2 from 'ssh2'

/** An SSH server that shows its key and lets nobody in: enough for confirming a key. `fingerprint`: as OpenSSH prints it. */
export type ShownKey = { port: number; fingerprint: string; close: () => Promise<void> }

/** On a free port, or on the one where another stood, so that a host is seen with another key. */
export async function showKey(port = 0): Promise<ShownKey> {
  const { private: privateKey, public: publicKey } = ssh2.utils.generateKeyPairSync('ed25519')
  const server = new ssh2.Server({ hostKeys: [privateKey] }, (client) => {
    client.on('error', () => {})
    client.on('authentication', (asked) => asked.reject())
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.address()
  const blob = Buffer.from(publicKey.split(' ')[1] ?? '', 'base64')
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    fingerprint: `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
