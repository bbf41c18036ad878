import type { Chance } from '../chance.ts'

/** A write, or a new size. */
export type Change = { at: number; bytes: Buffer } | { size: number }

/** How many of `count` changes to one place had reached the disk: from none (0) to all. Later changes replace earlier ones. */
export type Fate = (count: number, chance: Chance) => number

/** The cruel one, the kind one, and chance. A cut that spares nothing shows a missing sync soonest; mixtures show wrong order. */
export const FATES = {
  'nothing unsynced survives': () => 0,
  'everything survives': (count) => count,
  'each sector for itself': (count, chance) => chance.below(count + 1),
  'nearly everything survives': (count, chance) => (chance.below(20) === 0 ? chance.below(count + 1) : count),
  'hardly anything survives': (count, chance) => (chance.below(20) === 0 ? chance.below(count + 1) : 0),
} as const satisfies Record<string, Fate>

/** The least that a disk writes at once, in bytes; a page of SQLite is eight of them, so pages can be torn. */
export const SECTOR = 512

/** The content after all changes. */
export function changed(before: Buffer, changes: readonly Change[]): Buffer {
  const after = Buffer.alloc(Math.max(before.length, ...changes.map(endOf)))
  before.copy(after)
  let size = before.length
  for (const change of changes) {
    if ('bytes' in change) change.bytes.copy(after, change.at)
    else after.fill(0, change.size)
    size = sizeAfter(size, change)
  }
  return after.subarray(0, size)
}

/**
 * What is left of a file: each sector as it stood after as many of the changes to it as fate had written out, and the size likewise. What
 * lies within the size and never reached the disk reads as zeros.
 */
export function survivor(kept: Buffer, changes: readonly Change[], fate: Fate, chance: Chance): Buffer {
  const end = Math.max(kept.length, ...changes.map(endOf))
  const touching = new Map<number, number>()
  for (const change of changes)
    for (const sector of sectorsOf(change, end)) touching.set(sector, (touching.get(sector) ?? 0) + 1)
  const left = new Map([...touching].map(([sector, count]) => [sector, fate(count, chance)]))

  const after = Buffer.alloc(end)
  kept.copy(after)
  const sizes = [kept.length]
  for (const change of changes) {
    sizes.push(sizeAfter(sizes.at(-1) ?? 0, change))
    for (const sector of sectorsOf(change, end)) {
      const more = left.get(sector) ?? 0
      if (more > 0) applyWithin(after, change, sector * SECTOR)
      left.set(sector, more - 1)
    }
  }
  return after.subarray(0, sizes[fate(changes.length, chance)])
}

function applyWithin(content: Buffer, change: Change, from: number): void {
  const to = from + SECTOR
  if ('size' in change) content.fill(0, Math.min(Math.max(from, change.size), to), to)
  else {
    const begin = Math.max(from, change.at)
    change.bytes.copy(content, begin, begin - change.at, Math.min(to, endOf(change)) - change.at)
  }
}

const endOf = (change: Change): number => ('bytes' in change ? change.at + change.bytes.length : change.size)
const sizeAfter = (size: number, change: Change): number =>
  'bytes' in change ? Math.max(size, endOf(change)) : change.size

/** A new size touches everything behind it: there it leaves zeros. */
function sectorsOf(change: Change, end: number): number[] {
  const from = Math.floor(('bytes' in change ? change.at : change.size) / SECTOR)
  const to = Math.ceil(('bytes' in change ? endOf(change) : end) / SECTOR)
  return Array.from({ length: Math.max(0, to - from) }, (_, nth) => from + nth)
}
