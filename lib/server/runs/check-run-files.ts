import type { RunFiles } from '#lib/runs/assemble-run.ts'
import type { RunResults } from '#lib/runs/results/read-results.ts'
import { blobs } from '../blobs/blobs.ts'
import { readResultsFile } from './read-results-file.ts'
import { whyNotALog } from './why-not-a-log.ts'

/** In bytes, at every door. */
export const MAX_LOG_BYTES = 2 ** 30
export const MAX_RESULTS_BYTES = 4 * 2 ** 20

/** What the kept files of a run say, and what is wrong with them, by field. */
export async function checkRunFiles({
  results,
  log,
}: RunFiles): Promise<{ reading: RunResults | null; errors: { results?: string; log?: string } }> {
  const read = results === null ? null : await readResultsFile(results)
  const notALog = log === null ? null : await whyNotALog(log, blobs())
  return {
    reading: read?.ok ? read.value : null,
    errors: {
      ...(read === null || read.ok ? {} : { results: read.refusal.sentence }),
      ...(notALog === null ? {} : { log: notALog }),
    },
  }
}
