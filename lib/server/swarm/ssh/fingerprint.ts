import { createHash } from 'node:crypto'

/** As OpenSSH prints it: SHA-256 of the key blob (RFC 4253 6.6), base64 without padding. */
export const fingerprintOf = (blob: Buffer): string =>
  `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`

/** The algorithm that a key blob names first, `ssh-ed25519` for example; empty when it is no key. */
export function keyTypeOf(blob: Buffer): string {
  const length = blob.length < 4 ? 0 : blob.readUInt32BE(0)
  return length > 64 ? '' : blob.toString('latin1', 4, 4 + length)
}
