import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ssh2 from 'ssh2'

export const ROLES = ['builder', 'adversary', 'operator'] as const
export type HostRole = (typeof ROLES)[number]

/** An ed25519 key in OpenSSH's format; `file` holds the private half, 0600. `blob` is the public half as SSH sends it. */
export type HostKey = { file: string; privateKey: string; blob: Buffer }

function blobOf(privateKey: string): Buffer {
  const parsed = ssh2.utils.parseKey(privateKey)
  const key = Array.isArray(parsed) ? parsed[0] : parsed
  if (key === undefined || key instanceof Error) throw new Error('A key of the practice host cannot be read.')
  return key.getPublicSSH()
}

/** The key of that name in `folder`, made when it is not there yet. */
export function hostKey(folder: string, name: string): HostKey {
  const file = join(folder, name)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const pair = ssh2.utils.generateKeyPairSync('ed25519', { comment: `gatehouse practice ${name}` })
    writeFileSync(`${file}.part`, pair.private, { mode: 0o600 })
    renameSync(`${file}.part`, file)
  }
  const privateKey = readFileSync(file, 'utf8')
  return { file, privateKey, blob: blobOf(privateKey) }
}

/** `SHA256:…` as OpenSSH prints it: base64 without padding. */
export function fingerprintOf(blob: Buffer): string {
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`
}
