import { countDistinct, eq } from 'drizzle-orm'
import type { Db } from '../db.ts'
import { findings } from '../projections/tables.ts'

/** Finding ids as teams write them: F-redfix-1, counted per phase. Only within the write's transaction. */
export function nextFinding(db: Db, phase: string): string {
  const row = db
    .select({ opened: countDistinct(findings.finding) })
    .from(findings)
    .where(eq(findings.phase, phase))
    .get()
  return `F-${phase}-${(row?.opened ?? 0) + 1}`
}
