import type { Chance } from '../chance.ts'
import type { Step } from './parse-trace.ts'
import { type Change, changed, type Fate, survivor } from './survivor.ts'

/** One file's content: what the disk promised to keep, and what was done since, which it may keep or not. */
type Content = { kept: Buffer; since: Change[] }
type Names = Map<string, Content>

/** A folder on a disk. `kept`: the names as of the folder's last sync; `since`: files made and removed after it (null: removed). */
export type Disk = { kept: Names; now: Names; since: { name: string; content: Content | null }[] }

export const anEmptyDisk = (): Disk => ({ kept: new Map(), now: new Map(), since: [] })

/** Does to the disk what the step did to the folder. POSIX promises no more than this: syncing a file keeps its content, not its name. */
export function take(disk: Disk, step: Step): void {
  if (step.call === 'say') return
  if (step.call === 'sync' && step.name === '.') {
    disk.kept = new Map(disk.now)
    disk.since = []
    return
  }
  if (step.call === 'open' && !disk.now.has(step.name)) rename(disk, step.name, { kept: Buffer.alloc(0), since: [] })
  const content = disk.now.get(step.name)
  if (!content) throw new Error(`There is no ${step.name} to ${step.call}.`)
  if (step.call === 'unlink') rename(disk, step.name, null)
  else if (step.call === 'write') content.since.push({ at: step.at, bytes: step.bytes })
  else if (step.call === 'truncate') content.since.push({ size: step.size })
  else if (step.call === 'open' && step.emptied) content.since.push({ size: 0 })
  else if (step.call === 'sync') {
    content.kept = changed(content.kept, content.since)
    content.since = []
  }
}

/** What a program sees while the power is on: everything. */
export const filesNow = (disk: Disk): Map<string, Buffer> =>
  new Map([...disk.now].map(([name, { kept, since }]) => [name, changed(kept, since)]))

/** The files after the power was cut: what was synced, and of the rest what chance lets survive, whatever the order it was done in. */
export function filesAfterPowerCut(disk: Disk, fate: Fate, chance: Chance): Map<string, Buffer> {
  const names = new Map<string, Content | null>(disk.kept)
  for (const name of new Set(disk.since.map((change) => change.name))) {
    const stands = [disk.kept.get(name) ?? null, ...disk.since.flatMap((one) => (one.name === name ? one.content : []))]
    names.set(name, stands[fate(stands.length - 1, chance)] ?? null)
  }
  return new Map(
    [...names].flatMap(([name, content]) =>
      content ? [[name, survivor(content.kept, content.since, fate, chance)] as const] : [],
    ),
  )
}

function rename(disk: Disk, name: string, content: Content | null): void {
  if (content) disk.now.set(name, content)
  else disk.now.delete(name)
  disk.since.push({ name, content })
}
