import { and, asc, eq } from 'drizzle-orm'
import type { JudgedPart } from '#lib/claims/compare-with-judged.ts'
import type { RulingFacts } from '#lib/phases/phase-facts.ts'
import type { Db } from '../db.ts'
import { claims } from '../projections/tables.ts'

/** The parts that these rulings of one gate judged, each with its revision: what a later claim is compared with. */
export function listJudgedParts(db: Db, phase: string, gate: string, rulings: readonly RulingFacts[]): JudgedPart[] {
  return rulings
    .filter((ruling) => ruling.gate === gate)
    .flatMap(({ revision, digest }) => {
      const row = db
        .select({ parts: claims.parts })
        .from(claims)
        .where(and(eq(claims.phase, phase), eq(claims.gate, gate), eq(claims.revision, revision)))
        .orderBy(asc(claims.fromSeq))
        .limit(1)
        .get()
      return (row?.parts ?? []).filter((part) => part.digest === digest).map((part) => ({ revision, part }))
    })
}
