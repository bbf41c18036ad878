import { and, asc, eq } from 'drizzle-orm'
import {
  commandOfCode,
  commandOfRun,
  summariseCode,
  summariseObservation,
  summariseRun,
} from '#lib/evidence/describe.ts'
import { evidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { EvidenceFacts } from '#lib/phases/phase-facts.ts'
import type { Db } from '../db.ts'
import { markOf } from '../phases/mark-of.ts'
import { type AsOf, heldAt } from '../projections/as-of.ts'
import * as t from '../projections/tables.ts'

/** All evidence of a phase in the order it was recorded; what was left out is there too, with its reason. */
export function listEvidence(db: Db, phase: string, seq: AsOf): EvidenceFacts[] {
  const runs = db
    .select()
    .from(t.runs)
    .leftJoin(t.requestedRuns, and(eq(t.requestedRuns.number, t.runs.number), heldAt(t.requestedRuns, seq)))
    .where(and(eq(t.runs.phase, phase), heldAt(t.runs, seq)))
    .orderBy(asc(t.runs.number))
    .all()
    .map(({ runs: row, requested_runs: requested }): EvidenceFacts => {
      const { failure, number, run, attachedSeq, excludedReason, excludedAt } = row
      return {
        ...markOf(row),
        seq: attachedSeq,
        ref: evidenceRef('run', number),
        kind: 'run',
        failure,
        run,
        leftOut: excludedReason,
        leftOutAt: excludedAt,
        summary: summariseRun(run),
        how: commandOfRun(run, requested?.request ?? null),
      }
    })
  const observations = db
    .select()
    .from(t.observations)
    .where(and(eq(t.observations.phase, phase), heldAt(t.observations, seq)))
    .all()
    .map((row): EvidenceFacts => {
      const { failure, number } = row
      return {
        ...markOf(row),
        ref: evidenceRef('observation', number),
        kind: 'observation',
        failure,
        run: null,
        leftOut: null,
        leftOutAt: null,
        summary: summariseObservation(row),
        how: row.command,
      }
    })
  const code = db
    .select()
    .from(t.codeReferences)
    .where(and(eq(t.codeReferences.phase, phase), heldAt(t.codeReferences, seq)))
    .all()
    .map((row): EvidenceFacts => {
      const { failure, number } = row
      return {
        ...markOf(row),
        ref: evidenceRef('code', number),
        kind: 'code',
        failure,
        run: null,
        leftOut: null,
        leftOutAt: null,
        summary: summariseCode(row),
        how: commandOfCode(row),
      }
    })
  return [...runs, ...observations, ...code].sort((one, other) => one.seq - other.seq)
}
