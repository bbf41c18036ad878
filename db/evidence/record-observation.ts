import { and, eq } from 'drizzle-orm'
import { evidenceRef } from '#lib/evidence/evidence-ref.ts'
import type { RecordObservationInput } from '#lib/evidence/inputs.ts'
import type { Command } from '#lib/ledger/command.ts'
import { because, ok, refuse } from '#lib/result.ts'
import type { Db } from '../db.ts'
import { sha256 } from '../ledger/hash.ts'
import { nextNumber } from '../ledger/next-number.ts'
import { record } from '../ledger/record.ts'
import { failureIn, phaseOr } from '../phases/on-record.ts'
import { observations } from '../projections/tables.ts'

/** A command and what it printed (`by`: given by hand and typed in, or given and read by Gatehouse), sealed by the ledger's chain and by a digest of its own. */
export const recordObservation = (db: Db, command: Command<RecordObservationInput & { by?: 'hand' | 'host' }>) =>
  record(db, command, { phase: command.input.phase, permission: 'evidence.attach' }, (actor) => {
    const { phase, failure, command: given, output, host, observedAt, by = 'hand' } = command.input
    const facts = phaseOr(db, phase)
    if (!facts.ok) return facts
    const known = failureIn(facts.value, failure)
    if (!known.ok) return known
    if (Date.parse(observedAt) > command.at.getTime())
      return refuse(because('in_the_future', 'This moment has not come yet.', 'observedAt'))
    const digest = sha256(output)
    const same = db
      .select()
      .from(observations)
      .where(
        and(
          eq(observations.phase, phase),
          eq(observations.failure, failure),
          eq(observations.sha256, digest),
          eq(observations.observedAt, observedAt),
          eq(observations.command, given),
          eq(observations.person, actor.person),
        ),
      )
      .get()
    if (same)
      return refuse(
        because(
          'recorded_already',
          `This observation is on record as ${evidenceRef('observation', same.number)}. Nothing was recorded twice.`,
        ),
      )
    const number = nextNumber(db, 'observation.recorded')
    const payload = { number, command: given, output, sha256: digest, host, observedAt, by }
    return ok([
      {
        kind: 'observation.recorded',
        phase,
        failure,
        subject: evidenceRef('observation', number),
        statedAt: observedAt,
        payload,
      },
    ])
  })
