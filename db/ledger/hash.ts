import { createHash } from 'node:crypto'

export const GENESIS = Buffer.alloc(32)

/** SHA-256(0x00 || seq as 8 bytes big-endian || prev || body): the leading byte keeps event hashes apart from any other use. */
export function hashEvent(seq: number, prev: Uint8Array, body: Uint8Array): Buffer {
  const head = Buffer.alloc(9)
  head.writeBigUInt64BE(BigInt(seq), 1)
  return createHash('sha256').update(head).update(prev).update(body).digest()
}

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')
