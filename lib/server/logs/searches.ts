import { ok, type Result } from '#lib/result.ts'
import type { BlobRefusal } from '../blobs/blob-refusal.ts'
import { once } from '../once.ts'
import type { LogSource } from './log-source.ts'
import { type LogSearch, searchLog } from './search-log.ts'

/** Walking from hit to hit asks the same again. */
const MOST_KEPT = 12
/** How long a page waits for a search; it goes on without the page, and shows more when asked again. */
const PATIENCE_MS = 1_000

const shelf = () => once('log-searches', () => new Map<string, LogSearch>())

/** Looks for this through the whole log, as long as a page may wait; many who ask the same share one search. */
export async function findInLog(source: LogSource, needle: string): Promise<Result<LogSearch, BlobRefusal>> {
  const index = await source.index()
  if (!index.ok) return index
  const kept = shelf()
  const key = `${source.key} ${index.value.size} ${needle}`
  const search = kept.get(key) ?? searchLog(source, index.value, needle)
  kept.delete(key)
  if (search.state !== 'failed') kept.set(key, search)
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
  let waited: NodeJS.Timeout | undefined
  const patience = new Promise((resolve) => {
    waited = setTimeout(resolve, PATIENCE_MS)
  })
  await Promise.race([search.over, patience])
  clearTimeout(waited)
  return ok(search)
}
