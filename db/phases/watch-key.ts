import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Db } from '../db.ts'
import { watchKeys } from '../working/tables.ts'

/** The secret part of a phase's page for stakeholders; made at the first call. */
export function findOrMakeWatchKey(db: Db, phase: string): string {
  const held = db.select().from(watchKeys).where(eq(watchKeys.phase, phase)).get()
  if (held) return held.key
  const key = randomBytes(18).toString('base64url')
  db.insert(watchKeys).values({ phase, key }).onConflictDoNothing().run()
  return db.select().from(watchKeys).where(eq(watchKeys.phase, phase)).get()?.key ?? key
}

/** The phase that a key opens; null for any other word. */
export function findPhaseByWatchKey(db: Db, key: string): string | null {
  return db.select().from(watchKeys).where(eq(watchKeys.key, key)).get()?.phase ?? null
}
