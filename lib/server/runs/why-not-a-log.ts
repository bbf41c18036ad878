import type { KeptFile } from '#lib/runs/attached-run.ts'
import type { BlobStore } from '../blobs/blob-store.ts'

const LOOKED_AT = 64 * 1024

/** Null, or why a kept file is no text log: a NUL byte stands in its first 64 KiB. What the store cannot open is found when it is read. */
export async function whyNotALog(file: KeptFile, store: BlobStore): Promise<string | null> {
  const opened = await store.open(file.sha256, { start: 0, end: LOOKED_AT })
  if (!opened.ok) return opened.refusal.sentence
  let line = 1
  for await (const chunk of opened.value) {
    const bytes: Buffer = Buffer.from(chunk)
    const nul = bytes.indexOf(0)
    for (const byte of nul === -1 ? bytes : bytes.subarray(0, nul)) if (byte === 0x0a) line++
    if (nul !== -1) return `This is not a text log: line ${line} holds a NUL byte.`
  }
  return null
}
