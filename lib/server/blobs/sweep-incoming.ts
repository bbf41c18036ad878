import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { isMissing } from './blob-refusal.ts'

/** Removes the files of `incoming/` that were last written longer ago than this, and answers how many. */
export async function sweepIncoming(folder: string, olderThanMs: number, now: Date): Promise<number> {
  const incoming = path.join(folder, 'incoming')
  const names = await readdir(incoming).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  let removed = 0
  for (const name of names) {
    const file = path.join(incoming, name)
    const found = await stat(file).catch(() => null) // an upload that ends meanwhile takes its file away
    if (found === null || now.getTime() - found.mtimeMs <= olderThanMs) continue
    await rm(file, { force: true })
    removed++
  }
  return removed
}
