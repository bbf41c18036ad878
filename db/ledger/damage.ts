import type { Db } from '../db.ts'

// Beside the handle, not in the file: a damaged file must not be written to say so. On `globalThis`, for Next loads a module twice when both
// the start and a page import it, and the page must know what the start found.
const KEY = Symbol.for('gatehouse.damages')
const shelf: { [KEY]?: WeakMap<object, number> } & object = globalThis
shelf[KEY] ??= new WeakMap()
const damages = shelf[KEY]

/** The first event that does not verify, as far as this process has looked; null when none is known. */
export const damagedAt = (db: Db): number | null => damages.get(db.$client) ?? null

/** From now on every write through this handle is refused; reading goes on. */
export function markDamaged(db: Db, seq: number): void {
  damages.set(db.$client, seq)
}

/** The chain holds again: what was damaged has been restored. */
export function clearDamage(db: Db): void {
  damages.delete(db.$client)
}
