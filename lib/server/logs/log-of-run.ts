import type { KeptFile } from '#lib/runs/attached-run.ts'
import { blobs } from '../blobs/blobs.ts'
import { type LogSource, sealedLog } from './log-source.ts'
import { spoolLog } from './spool-logs.ts'

/** What a run printed, as far as it is written: sealed, or growing in its spool. Null: neither is there. */
export async function logOfRun(run: number, sealed: KeptFile | null): Promise<LogSource | null> {
  if (sealed !== null) return sealedLog(blobs(), sealed.sha256)
  const spool = spoolLog(run)
  return (await spool.sizeOnDisk()) === null ? null : spool.source()
}
