import { ok, type Refusal, type Result, refuse } from '#lib/result.ts'
import type { KeptFile } from '#lib/runs/attached-run.ts'
import type { HostSide } from '#lib/swarm/host-settings.ts'
import { blobs } from '../blobs/blobs.ts'
import { plainSize } from '../blobs/plain-size.ts'
import { MAX_RESULTS_BYTES } from '../runs/check-run-files.ts'
import { streamHost } from './stream-host.ts'
import { saidBy } from './understood.ts'

const MIB = 2 ** 20
/** What a run may leave, and how large: a name that is not here is not fetched. */
const LIMITS = [
  { name: /^results\.json$/, bytes: MAX_RESULTS_BYTES },
  { name: /^lint\.txt$/, bytes: 4 * MIB },
  { name: /^screenshot\.png$/, bytes: 20 * MIB },
  { name: /^junit\/[0-9A-Za-z][0-9A-Za-z._+-]{0,59}\.xml$/, bytes: 8 * MIB },
  { name: /^log$/, bytes: 2 ** 30 },
]
const NO_SUCH = 3
/** A host that says nothing for so long in the middle of a file is asked again. */
export const IDLE_MS = 30_000

/** `file` null: it is not there, or was not taken, and then `trouble` says why. */
export type Fetched = { file: KeptFile | null; trouble: string | null }

/** Fetches one file of a run folder into the store. What came only in part is not kept. Refused: the host or the disk here, to be tried again. */
export async function fetchArtifact(
  host: string,
  side: HostSide,
  run: string,
  name: string,
): Promise<Result<Fetched, Refusal>> {
  const limit = LIMITS.find((known) => known.name.test(name))
  if (limit === undefined) return ok({ file: null, trouble: `${name} is no file that a run leaves.` })
  const opened = await streamHost(host, side, ['artifact', run, name])
  if (!opened.ok) return opened
  const channel = opened.value
  channel.send('')
  const staged = await blobs().stage(channel.out(IDLE_MS), { maxBytes: limit.bytes })
  if (!staged.ok) {
    channel.close()
    if (staged.refusal.reason !== 'too_large') return refuse({ ...staged.refusal, field: null })
    return ok({ file: null, trouble: `${name} is larger than ${plainSize(limit.bytes)} and was not fetched.` })
  }
  const { code, err, lost } = await channel.ended
  if (code === 0) {
    const kept = await blobs().keep(staged.value)
    if (!kept.ok) return refuse({ ...kept.refusal, field: null })
    return ok({ file: { name, sha256: kept.value.digest, size: kept.value.size }, trouble: null })
  }
  await blobs().discard(staged.value)
  if (code === NO_SUCH) return ok({ file: null, trouble: null })
  if (code !== null) return ok({ file: null, trouble: saidBy(host, code, err) })
  return refuse(lost ?? { reason: 'cut', sentence: `${host} broke off in the middle of ${name}.`, field: null })
}
