import { createHash } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { evaluateGate } from '#lib/gates/evaluate-gate.ts'
import type { Db } from '../db.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { aCheckedGate, aClaimedGate, aClassifiedPhase, aPassedGate, aRuledGate } from '../testing/gates.ts'
import { must } from '../testing/must.ts'
import { asOperator, USUAL_TIME } from '../testing/people.ts'
import { aPhaseAlone, factsOf, gateOf } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { findPlanText } from './find-plan.ts'
import { recordPlan } from './record-plan.ts'

afterAll(removeDatabases)

const phase = 'redfix'
const plan = { phase, name: 'plans/redfix.md', text: '# Plan\nFind the causes.\n' }
const passed = aPassedGate()
let db: Db
beforeEach(() => {
  db = aCopyOf(passed)
})
const record = (different: Partial<typeof plan> = {}) => recordPlan(db, asOperator({ ...plan, ...different }))
const standing = () => evaluateGate(factsOf(db), gateOf(db), USUAL_TIME).standing

describe('refused, and nothing written', () => {
  test.each([
    ['the same plan twice', {}],
    ['the same plan with other line ends', { text: plan.text.replaceAll('\n', '\r\n') }],
  ])('%s', (_, different) => {
    must(record())
    expect(refusalOf(db, () => record(different)).reason).toBe('plan_recorded')
  })
})

test('its text is kept with its digest', () => {
  expect(factsOf(db).plan).toBeNull()
  must(record({ text: plan.text.replaceAll('\n', '\r\n') }))
  expect(findPlanText(db, phase)).toBe(plan.text)
  expect(factsOf(db).plan).toMatchObject({
    ...{ name: plan.name, person: 'olga' },
    sha256: createHash('sha256').update(plan.text).digest('hex'),
  })
})

test('another text makes a PASS stale; the one before brings it back; another name does neither', () => {
  must(record())
  expect(standing()).toBe('stale')
  const before = aPassedGateWithPlan()
  expect(standingOf(before)).toBe('passed')
  must(recordPlan(before, asOperator({ ...plan, name: 'plan.md' })))
  expect(standingOf(before)).toBe('passed')
  must(recordPlan(before, asOperator({ ...plan, text: 'Another.' })))
  expect(standingOf(before)).toBe('stale')
  must(recordPlan(before, asOperator(plan)))
  expect(standingOf(before)).toBe('passed')
})

const standingOf = (on: Db) => evaluateGate(factsOf(on), gateOf(on), USUAL_TIME).standing
function aPassedGateWithPlan(): Db {
  const begun = aPhaseAlone()
  must(recordPlan(begun, asOperator(plan)))
  return aPassedGate(aRuledGate(aCheckedGate(aClaimedGate(aClassifiedPhase(begun)))))
}
