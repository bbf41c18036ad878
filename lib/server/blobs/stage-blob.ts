import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import { ok, type Result, refuse } from '#lib/result.ts'
import { type BlobRefusal, refusalOfDisk } from './blob-refusal.ts'
import { plainSize } from './plain-size.ts'

/** A whole file, hashed and on the disk, that does not count until it is kept. `file` lies in `incoming/`. */
export type StagedBlob = { digest: string; size: number; file: string }

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let at = 0; at < chunk.byteLength; ) {
    const { bytesWritten } = await handle.write(chunk, at)
    at += bytesWritten
  }
}

/** Writes the stream and hashes it; null when all of it arrived, else why it is not taken. */
async function pour(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
  write: (chunk: Uint8Array) => Promise<void>,
): Promise<BlobRefusal | null> {
  let size = 0
  try {
    for await (const chunk of stream) {
      size += chunk.byteLength
      if (size > maxBytes)
        return {
          reason: 'too_large',
          sentence: `The file is larger than ${plainSize(maxBytes)}, the most that is taken.`,
        }
      try {
        await write(chunk)
      } catch (error) {
        return refusalOfDisk(error)
      }
    }
  } catch {
    return { reason: 'cut', sentence: 'The file was cut off before its end; nothing of it was kept.' }
  }
  return null
}

/**
 * Streams into `incoming/` with SHA-256 on the way and forces the bytes to the disk. Whatever the answer, a refused file leaves
 * nothing behind; a process that dies here leaves a file for `sweepIncoming`.
 */
export async function stageBlob(
  folder: string,
  stream: AsyncIterable<Uint8Array>,
  limits: { maxBytes: number },
): Promise<Result<StagedBlob, BlobRefusal>> {
  const incoming = path.join(folder, 'incoming')
  const file = path.join(incoming, randomUUID())
  const hash = createHash('sha256')
  let size = 0
  let handle: FileHandle
  try {
    await mkdir(incoming, { recursive: true, mode: 0o700 })
    handle = await open(file, 'wx', 0o600)
  } catch (error) {
    return refuse(refusalOfDisk(error))
  }
  let kept = false
  try {
    const refusal = await pour(stream, limits.maxBytes, async (chunk) => {
      await writeAll(handle, chunk)
      hash.update(chunk)
      size += chunk.byteLength
    })
    if (refusal !== null) return refuse(refusal)
    // Evidence is sealed: nobody who opens the store by hand should change it without meaning to.
    await handle.chmod(0o400)
    await handle.sync()
    kept = true
  } catch (error) {
    return refuse(refusalOfDisk(error))
  } finally {
    await handle.close().catch(() => {})
    if (!kept) await rm(file, { force: true }).catch(() => {})
  }
  return ok({ digest: hash.digest('hex'), size, file })
}
