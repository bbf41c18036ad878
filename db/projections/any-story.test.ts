import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Db } from '../db.ts'
import { verifyLedger } from '../ledger/verify-ledger.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { EVERY_VERB } from '../testing/every-verb.ts'
import { aCheckedGate, aPassedGate, aRuledGate, typedRuling, typedVerdict } from '../testing/gates.ts'
import {
  ADVERSARY,
  actingAs,
  BUILDER,
  NOBODY,
  OPERATOR,
  SECOND_ADVERSARY,
  STAKEHOLDER,
  USUAL_TIME,
} from '../testing/people.ts'
import { aPhaseAlone } from '../testing/phases.ts'
import { projectionsOf } from '../testing/snapshot.ts'
import { recordRuling } from '../verdicts/record-ruling.ts'
import { recordVerdict } from '../verdicts/record-verdict.ts'
import { rebuild } from './ensure-projections.ts'

afterAll(removeDatabases)

const DDL = readFileSync('db/projections/tables.sql', 'utf8')
const people = [BUILDER, ADVERSARY, SECOND_ADVERSARY, OPERATOR, STAKEHOLDER, NOBODY]
const beginnings = [aPhaseAlone(), aCheckedGate(), aRuledGate(), aPassedGate()]
const LATEST_MS = 3 * 24 * 3_600_000

// `EVERY_VERB` rules FAIL; a story needs PASS as well.
type Act = (db: Db, as: ReturnType<typeof actingAs>, word: string) => unknown
const verbs: Act[] = [
  ...Object.values(EVERY_VERB).map(
    ({ act }): Act =>
      (db, as, word) =>
        act(db, as, word),
  ),
  (db, as) => recordRuling(db, as(typedRuling(db, 'mumble', 'pass'))),
  (db, as) => recordRuling(db, as(typedRuling(db, 'gitea', 'pass'))),
  (db, as) => recordVerdict(db, as(typedVerdict(db, 'pass'))),
]

const step = fc.record({
  verb: fc.constantFrom(...verbs),
  person: fc.constantFrom(...people),
  word: fc.constantFrom('one', 'two', 'three'),
  afterMs: fc.integer({ min: -60_000, max: LATEST_MS }),
})

test('whoever does whatever whenever: only Adversaries judge, the chain holds, and a rebuild gives the same rows', () => {
  fc.assert(
    fc.property(fc.constantFrom(...beginnings), fc.array(step, { minLength: 1, maxLength: 30 }), (beginning, steps) => {
      const db = aCopyOf(beginning)
      try {
        for (const { verb, person, word, afterMs } of steps) {
          const at = new Date(USUAL_TIME.getTime() + afterMs)
          verb(db, (input) => actingAs(person)(input, at), word)
        }
        for (const claimant of whoRecorded(db, 'claim.filed', 'claim.withdrawn', 'classification.proposed'))
          expect(claimant).toBe('bob builder')
        for (const judge of whoRecorded(db, 'ruling.recorded', 'verdict.recorded', 'finding.opened'))
          expect(['ada adversary', 'alan adversary']).toContain(judge)
        expect(verifyLedger(db).next().value).toMatchObject({ ok: true })
        const projected = projectionsOf(db)
        rebuild(db, DDL, 'another version')
        expect(projectionsOf(db)).toEqual(projected)
      } finally {
        db.$client.close()
      }
    }),
    { numRuns: 120 },
  )
})

/** Who recorded events of these kinds, and as what. */
function whoRecorded(db: Db, ...kinds: string[]): string[] {
  const marks = kinds.map(() => '?').join(', ')
  return db.$client
    .prepare<string[], string>(`SELECT DISTINCT actor || ' ' || role FROM ledger WHERE kind IN (${marks})`)
    .pluck()
    .all(...kinds)
}
