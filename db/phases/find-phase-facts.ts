import { and, asc, eq } from 'drizzle-orm'
import { owedAgain } from '#lib/obligations/owed-again.ts'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { Db } from '../db.ts'
import { listEvidence } from '../evidence/list-evidence.ts'
import { listFindings } from '../findings/list-findings.ts'
import { listFixes } from '../fixes/list-fixes.ts'
import { headSeq } from '../ledger/list-events.ts'
import { type AsOf, heldAt } from '../projections/as-of.ts'
import * as t from '../projections/tables.ts'
import { findPlan } from './find-plan.ts'
import { keepFacts } from './keep-facts.ts'
import { listDones } from './list-dones.ts'
import { type Born, markOf } from './mark-of.ts'

/**
 * The phase as the record stood right after `seq` (null: now); null when no such phase was opened by then. What stands now is read once
 * after each event and shared: nobody changes it.
 */
export const findPhaseFacts = (db: Db, phase: string, seq: AsOf = null): PhaseFacts | null =>
  seq === null ? keepFacts(db, phase, () => readPhaseFacts(db, phase, seq)) : readPhaseFacts(db, phase, seq)

function readPhaseFacts(db: Db, phase: string, seq: AsOf): PhaseFacts | null {
  const opened = db
    .select()
    .from(t.phases)
    .where(and(eq(t.phases.phase, phase), heldAt(t.phases, seq)))
    .get()
  if (!opened) return null
  const { title, mission, planPath, doneRule, lifetimeMs } = opened
  const evidence = listEvidence(db, phase, seq)
  return {
    ...{ phase, title, mission, planPath, doneRule, lifetimeMs },
    seq: seq ?? headSeq(db, phase),
    opened: markOf(opened),
    gates: db
      .select()
      .from(t.gates)
      .where(and(eq(t.gates.phase, phase), heldAt(t.gates, seq)))
      .orderBy(asc(t.gates.position))
      .all()
      .map(({ gate, criteria, requirements, position, recordedAt }) => ({
        ...{ gate, criteria, requirements, position },
        definedAt: recordedAt,
      })),
    failures: db
      .select()
      .from(t.failures)
      .where(and(eq(t.failures.phase, phase), heldAt(t.failures, seq)))
      .orderBy(asc(t.failures.position))
      .all()
      .map(({ failure, recipe, version, image, sweptAs, position }) => ({
        failure,
        recipe,
        version,
        image,
        sweptAs,
        position,
      })),
    plan: findPlan(db, phase, seq),
    evidence,
    fixes: listFixes(db, phase, seq),
    findings: listFindings(db, phase, seq),
    dones: listDones(db, phase, seq),
    ...judgements(db, phase, seq),
    obligations: owedAgain(
      db
        .select()
        .from(t.obligations)
        .where(and(eq(t.obligations.phase, phase), heldAt(t.obligations, seq)))
        .orderBy(asc(t.obligations.obligation))
        .all()
        .map(({ owedBy, metHow, metEvidence, metSeq, owedSeq, ...row }) => ({
          ...marked(row),
          seq: owedSeq,
          by: owedBy,
          met: metSeq === null || metHow === null ? null : { how: metHow, evidence: metEvidence, seq: metSeq },
          undone: null,
        })),
      evidence,
    ),
  }
}

function judgements(db: Db, phase: string, seq: AsOf) {
  return {
    classifications: db
      .select()
      .from(t.classifications)
      .where(and(eq(t.classifications.phase, phase), heldAt(t.classifications, seq)))
      .orderBy(asc(t.classifications.fromSeq))
      .all()
      .map(marked),
    claims: db
      .select()
      .from(t.claims)
      .where(and(eq(t.claims.phase, phase), heldAt(t.claims, seq)))
      .orderBy(asc(t.claims.fromSeq))
      .all()
      .map(({ withdrawnReason, filedSeq, ...row }) => ({
        ...marked(row),
        seq: filedSeq,
        withdrawn: withdrawnReason,
        ...firstClaimed(db, phase, row.gate),
      })),
    rulings: db
      .select()
      .from(t.rulings)
      .where(and(eq(t.rulings.phase, phase), heldAt(t.rulings, seq)))
      .orderBy(asc(t.rulings.fromSeq))
      .all()
      .map(marked),
    verdicts: db
      .select()
      .from(t.verdicts)
      .where(and(eq(t.verdicts.phase, phase), heldAt(t.verdicts, seq)))
      .orderBy(asc(t.verdicts.fromSeq))
      .all()
      .map(marked),
    vetoes: db
      .select()
      .from(t.vetoes)
      .where(and(eq(t.vetoes.phase, phase), heldAt(t.vetoes, seq)))
      .orderBy(asc(t.vetoes.fromSeq))
      .all()
      .map(marked),
    statedVerdicts: db
      .select()
      .from(t.statedVerdicts)
      .where(and(eq(t.statedVerdicts.phase, phase), heldAt(t.statedVerdicts, seq)))
      .orderBy(asc(t.statedVerdicts.fromSeq))
      .all()
      .map(marked),
  }
}

function firstClaimed(db: Db, phase: string, gate: string): { firstClaimed: number; firstClaimedAt: string } {
  const row = db
    .select({ seq: t.claims.filedSeq, at: t.claims.recordedAt })
    .from(t.claims)
    .where(and(eq(t.claims.phase, phase), eq(t.claims.gate, gate)))
    .orderBy(asc(t.claims.filedSeq))
    .limit(1)
    .get()
  if (!row) throw new Error(`${gate} of ${phase} was never claimed.`)
  return { firstClaimed: row.seq, firstClaimedAt: row.at }
}

// How long a row holds is the projection's own: facts as of an event stay the same when a later event ends the row.
const marked = <Row extends Born & { toSeq: number | null }>(row: Row) => {
  const { fromSeq: _, toSeq: __, recordedAt: ___, ...rest } = row
  return { ...rest, ...markOf(row) }
}
