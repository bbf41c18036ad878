import { afterAll, describe, expect, test } from 'vitest'
import { evaluateGate } from '#lib/gates/evaluate-gate.ts'
import { USUAL_REQUIREMENTS } from '#lib/gates/requirements.ts'
import type { Db } from '../db.ts'
import { compareProjections } from '../projections/compare-projections.ts'
import { projectionsDdl } from '../projections/ddl.ts'
import { rebuild } from '../projections/ensure-projections.ts'
import { removeDatabases } from '../testing/databases.ts'
import { attachedRun } from '../testing/evidence.ts'
import { aCheckedFix, aClaimedFix, aDonePhase, aFixedPhase, aPassedFix, aRuledFix } from '../testing/fixes.ts'
import { aFailedGate, aPassedGate, filedClaim } from '../testing/gates.ts'
import { USUAL_TIME } from '../testing/people.ts'
import { factsOf, gateOf } from '../testing/phases.ts'
import { projectionsOf } from '../testing/snapshot.ts'
import { asVersion1 } from '../testing/version-1.ts'
import { listEvents } from './list-events.ts'
import { verifyLedger } from './verify-ledger.ts'

afterAll(removeDatabases)

const passed = asVersion1(aPassedGate())
const failed = asVersion1(aFailedGate())
const CAUSE_THEN = ['classified', 'reproduced', 'cited', 'nothing-owed', 'own-check', 'ruled']

const versionsIn = (db: Db, kind: string): number[] =>
  db.$client
    .prepare<[string], number>("SELECT DISTINCT CAST(body AS TEXT) ->> '$.v' FROM ledger WHERE kind = ? ORDER BY 1")
    .pluck()
    .all(kind)
const compared = (db: Db) => {
  const walk = compareProjections(db, projectionsDdl())
  let step = walk.next()
  while (!step.done) step = walk.next()
  return step.value
}

describe('a ledger whose events are all of version 1', () => {
  test('verifies, and is not rewritten', () => {
    expect(verifyLedger(passed).next().value).toMatchObject({ ok: true })
    for (const kind of ['gate.defined', 'run.attached', 'observation.recorded', 'claim.filed'])
      expect(versionsIn(passed, kind)).toEqual([1])
  })

  test('opens with projections of what it says, lifted; a rebuild gives the same', () => {
    for (const db of [passed, failed]) {
      expect(compared(db)).toEqual({ differing: [] })
      const projected = projectionsOf(db)
      rebuild(db, projectionsDdl(), 'another version')
      expect(projectionsOf(db)).toEqual(projected)
    }
  })

  test('knows for each gate what its purpose asked then', () => {
    expect(factsOf(passed).gates.map(({ gate, requirements }) => [gate, requirements])).toEqual([
      ['M1', CAUSE_THEN],
      ['M2', [...USUAL_REQUIREMENTS.fix]],
    ])
  })

  test('knows no plan, no fixes, no answers, no pull request, no stage, no head and no run that was started here', () => {
    const { claims, evidence, findings } = factsOf(failed)
    expect(claims).toMatchObject([{ revision: 1, answers: [] }])
    for (const { judged } of claims[0]?.parts ?? [])
      expect(judged).toMatchObject({ requirements: CAUSE_THEN, plan: { path: null, sha256: null }, fixes: [] })
    expect(claims[0]?.parts[0]?.judged).not.toHaveProperty('purpose')
    for (const { run } of evidence) if (run) expect(run).toMatchObject({ pullRequest: null, supervised: null })
    expect(findings).toMatchObject([{ finding: 'F-redfix-1', stage: null, head: null, standing: 'open' }])
  })

  test('is read by events as it is projected', () => {
    const [claim] = listEvents(passed, { kinds: ['claim.filed'] }, 1)
    expect(claim).toMatchObject({ v: 1, payload: { answers: [], parts: factsOf(passed).claims[0]?.parts } })
  })

  test('has observations that were typed by hand', () => {
    const [observed] = listEvents(passed, { kinds: ['observation.recorded'] }, 1)
    expect(observed).toMatchObject({ v: 1, payload: { by: 'hand' } })
  })

  test('keeps its PASS: to be lifted is no change of what was judged', () => {
    expect(evaluateGate(factsOf(passed), gateOf(passed), USUAL_TIME).standing).toBe('passed')
    expect(evaluateGate(factsOf(failed), gateOf(failed), USUAL_TIME).standing).toBe('failed')
  })

  test('goes on in the newest version, up to DONE', () => {
    aDonePhase(aPassedFix(aRuledFix(aCheckedFix(aClaimedFix(aFixedPhase(passed))))))
    expect(versionsIn(passed, 'claim.filed')).toEqual([1, 2])
    expect(factsOf(passed).dones).toHaveLength(1)
    expect(compared(passed)).toEqual({ differing: [] })
  })

  test('is claimed again with digests of the newest version', () => {
    attachedRun(failed, 'mumble')
    filedClaim(failed, { mumble: 'Reworded.' })
    expect(factsOf(failed).claims).toMatchObject([{ revision: 2 }])
    expect(compared(failed)).toEqual({ differing: [] })
  })
})
