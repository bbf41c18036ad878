import { desc, eq } from 'drizzle-orm'
import type { PhaseFacts } from '#lib/phases/phase-facts.ts'
import type { Db } from '../db.ts'
import { ledger } from '../ledger/table.ts'

type Kept = { head: string; facts: PhaseFacts }

/** Of one connection; the phase whose facts were read longest ago goes first. */
const MOST_PHASES = 100
const shelves = new WeakMap<object, Map<string, Kept>>()

/** The facts of a phase as `read` last, for as long as nothing more is recorded about it. Whoever gets them shares them: they are never changed. */
export function keepFacts(db: Db, phase: string, read: () => PhaseFacts | null): PhaseFacts | null {
  const shelf = shelves.get(db.$client) ?? new Map<string, Kept>()
  shelves.set(db.$client, shelf)
  // Before the facts: what another process records in between is then read again, never missed.
  const head = headOf(db, phase)
  const kept = shelf.get(phase)
  if (kept?.head === head) return kept.facts
  const facts = read()
  shelf.delete(phase)
  if (facts === null) return null
  const [oldest] = shelf.size < MOST_PHASES ? [] : shelf.keys()
  if (oldest !== undefined) shelf.delete(oldest)
  shelf.set(phase, { head, facts })
  return facts
}

/**
 * Facts follow from the chain up to the phase's last event, which its hash stands for (its seq would not: what is rehearsed is taken back,
 * and the seq given again), and from projections, which a rebuild makes as other tables.
 */
function headOf(db: Db, phase: string): string {
  const last = db
    .select({ hash: ledger.hash })
    .from(ledger)
    .where(eq(ledger.phase, phase))
    .orderBy(desc(ledger.seq))
    .limit(1)
    .get()
  return `${last?.hash.toString('hex')} ${db.$client.pragma('schema_version', { simple: true })}`
}
