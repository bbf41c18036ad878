import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Removes the spools of runs that ended longer ago than this: their logs are sealed. Answers how many. */
export async function sweepSpools(folder: string, olderThanMs: number, now: Date): Promise<number> {
  const names = await readdir(/* turbopackIgnore: true */ folder).catch(() => [])
  let removed = 0
  for (const name of names) {
    const spool = join(/* turbopackIgnore: true */ folder, name)
    const ended = await stat(/* turbopackIgnore: true */ join(spool, 'ended')).catch(() => null)
    if (ended === null || now.getTime() - ended.mtimeMs <= olderThanMs) continue
    await rm(/* turbopackIgnore: true */ spool, { recursive: true, force: true })
    removed += 1
  }
  return removed
}
