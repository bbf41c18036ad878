import type { Result } from '#lib/result.ts'
import { refuse } from '#lib/result.ts'
import type { KeptFile } from '#lib/runs/attached-run.ts'
import { type ResultsRefusal, type RunResults, readResults } from '#lib/runs/results/read-results.ts'
import { blobs } from '../blobs/blobs.ts'

/** Reads a kept results.json (its size is capped when it is received). Bytes that are not UTF-8 are a refusal, like all else that is wrong with it. */
export async function readResultsFile(file: KeptFile): Promise<Result<RunResults, ResultsRefusal>> {
  const opened = await blobs().open(file.sha256)
  if (!opened.ok) return refuse({ sentence: 'results.json: the file is not kept any more; choose it again.' })
  const chunks: Uint8Array[] = []
  for await (const chunk of opened.value) chunks.push(chunk)
  return readResults(Buffer.concat(chunks).toString('utf8'))
}
