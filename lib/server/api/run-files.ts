import { sha256 } from '#db/ledger/hash.ts'
import type { RunFilesInput } from '#lib/api/run-body.ts'
import { ok, type Result, refuse } from '#lib/result.ts'
import type { RunFiles } from '#lib/runs/assemble-run.ts'
import type { KeptFile } from '#lib/runs/attached-run.ts'
import { type RunResults, readResults } from '#lib/runs/results/read-results.ts'
import { blobs } from '../blobs/blobs.ts'
import { plainSize } from '../blobs/plain-size.ts'
import { checkRunFiles, MAX_LOG_BYTES, MAX_RESULTS_BYTES } from '../runs/check-run-files.ts'

type Read = { files: RunFiles; reading: RunResults | null }
type FieldErrors = { [field: string]: string }

/** The files of a run as a program names them: checked as those of a form, results.json that stands in the body kept with them. `dryRun`: not kept. */
export async function readRunFiles(
  { results, log }: RunFilesInput,
  dryRun: boolean,
): Promise<Result<Read, FieldErrors>> {
  const keptLog = log === null ? null : await findKept(log, MAX_LOG_BYTES)
  const inline = results !== null && !isNamed(results)
  const keptResults = results === null || !isNamed(results) ? null : await findKept(results, MAX_RESULTS_BYTES)
  const named = { results: fileOf(keptResults), log: fileOf(keptLog) }
  const { reading, errors } = await checkRunFiles(named)
  const all = { ...errors, ...errorOf('results', keptResults), ...errorOf('log', keptLog) }
  if (Object.keys(all).length > 0) return refuse(all)
  if (!inline) return ok({ files: named, reading })

  const text = JSON.stringify(results)
  const read = readResults(text)
  if (!read.ok) return refuse({ results: read.refusal.sentence })
  const file = { name: 'results.json', sha256: sha256(text), size: Buffer.byteLength(text) }
  if (!dryRun) {
    const kept = await blobs().receive(inOnePiece(text), { maxBytes: MAX_RESULTS_BYTES })
    if (!kept.ok) return refuse({ results: kept.refusal.sentence })
  }
  return ok({ files: { ...named, results: file }, reading: read.value })
}

type Named = { name: string; sha256: string }
const isNamed = (results: NonNullable<RunFilesInput['results']>): results is Named =>
  'sha256' in results && !('schema' in results)

async function findKept({ name, sha256: digest }: Named, maxBytes: number): Promise<Result<KeptFile, string>> {
  const size = await blobs().size(digest)
  if (size === null) return refuse(`No file ${digest.slice(0, 12)} is kept here: send it to /api/v1/blobs first.`)
  if (size > maxBytes) return refuse(`The file is larger than ${plainSize(maxBytes)}, the most that is taken.`)
  return ok({ name, sha256: digest, size })
}

const fileOf = (kept: Result<KeptFile, string> | null): KeptFile | null => (kept?.ok ? kept.value : null)
const errorOf = (field: string, kept: Result<KeptFile, string> | null): FieldErrors =>
  kept === null || kept.ok ? {} : { [field]: kept.refusal }

async function* inOnePiece(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text, 'utf8')
}
