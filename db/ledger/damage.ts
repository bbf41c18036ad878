import type { Db } from '../db.ts'

// Beside the handle, not in the file: a damaged file must not be written to say so.
const damages = new WeakMap<object, number>()

/** The first event that does not verify, as far as this process has looked; null when none is known. */
export const damagedAt = (db: Db): number | null => damages.get(db.$client) ?? null

/** From now on every write through this handle is refused; reading goes on. */
export function markDamaged(db: Db, seq: number): void {
  damages.set(db.$client, seq)
}
