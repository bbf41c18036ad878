import { open } from 'node:fs/promises'
import { ok, type Refusal, type Result, refuse } from '#lib/result.ts'
import type { KeptFile } from '#lib/runs/attached-run.ts'
import type { HostRunStatus } from '#lib/swarm/protocol/run-status.ts'
import { blobs } from '../blobs/blobs.ts'
import type { StagedBlob } from '../blobs/stage-blob.ts'
import { fetchWholeLog } from './fetch-whole-log.ts'
import type { RunOnHost } from './run-on-host.ts'
import { removeCopy, replaceLog, type Spool } from './spool.ts'

/** `whole`: its length and SHA-256 are those that the host says; else `words` say what is wrong with it. `file` null: nothing was printed. */
export type SealedLog = { file: KeptFile | null; whole: boolean; words: string }

const COPY = 'log.again'

/**
 * Keeps the spooled log by its digest. Where it is not what the host has, the whole log is fetched once more; where it still is not, what is
 * here is kept as a part. Refused: the host or the disk here, to be tried again.
 */
export async function sealLog(
  on: RunOnHost,
  spool: Spool,
  said: Pick<HostRunStatus, 'bytes' | 'sha256'> | null,
): Promise<Result<SealedLog, Refusal>> {
  await spool.sync()
  const staged = await stage(spool.file)
  if (!staged.ok) return staged
  if (isSame(staged.value, said)) return keep(on, staged.value, '')
  if (said === null || said.sha256 === null)
    return keep(on, staged.value, 'The host could not say what its log is: a part of it may be missing.')

  const copied = await fetchWholeLog(on, spool.folder, COPY, said.bytes)
  const again = copied.ok ? await stage(copied.value) : copied
  if (!again.ok) {
    await blobs().discard(staged.value)
    return again
  }
  if (isSame(again.value, said)) {
    await blobs().discard(staged.value)
    await replaceLog(spool.folder, COPY)
    return keep(on, again.value, '')
  }
  await blobs().discard(again.value)
  await removeCopy(spool.folder, COPY)
  return keep(on, staged.value, 'The log kept here is not the one on the host: its SHA-256 is another one.')
}

const isSame = ({ digest, size }: StagedBlob, said: Pick<HostRunStatus, 'bytes' | 'sha256'> | null): boolean =>
  said !== null && size === said.bytes && digest === said.sha256

/** Every chunk in the same memory: whoever reads is done with one before it asks for the next. */
async function* readThrough(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(/* turbopackIgnore: true */ file, 'r')
  try {
    const memory = Buffer.allocUnsafeSlow(2 ** 18)
    for (;;) {
      const { bytesRead } = await handle.read(memory, 0, memory.length)
      if (bytesRead === 0) return
      yield memory.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

async function stage(file: string): Promise<Result<StagedBlob, Refusal>> {
  const staged = await blobs().stage(readThrough(file), { maxBytes: Number.MAX_SAFE_INTEGER })
  return staged.ok ? staged : refuse({ ...staged.refusal, field: null })
}

async function keep(on: RunOnHost, staged: StagedBlob, words: string): Promise<Result<SealedLog, Refusal>> {
  const whole = words === ''
  if (staged.size === 0) {
    await blobs().discard(staged)
    return ok({ file: null, whole, words })
  }
  const kept = await blobs().keep(staged)
  if (!kept.ok) return refuse({ ...kept.refusal, field: null })
  const name = whole ? `${on.id}.log` : `${on.id}-part.log`
  return ok({ file: { name, sha256: staged.digest, size: staged.size }, whole, words })
}
