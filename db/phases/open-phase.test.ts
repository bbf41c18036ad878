import { afterAll, describe, expect, test } from 'vitest'
import { USUAL_REQUIREMENTS } from '#lib/gates/requirements.ts'
import { addFailure } from '../failures/add-failure.ts'
import { defineGate } from '../gates/define-gate.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { must } from '../testing/must.ts'
import { asBuilder, asOperator } from '../testing/people.ts'
import { aPhaseAlone, factsOf, gateOf } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { openPhase } from './open-phase.ts'

afterAll(removeDatabases)

const db = aPhaseAlone()
const phase = 'redfix'
const opened = { title: 'T', mission: 'M', planPath: null, doneRule: null, lifetimeHours: 24 }
const failure = { phase, recipe: 'mumble', version: null, image: null, sweptAs: null }
const cause = [...USUAL_REQUIREMENTS.cause]
const m1 = { phase, gate: 'M1', criteria: 'Each is classified and shown.', requirements: cause, anew: false }

describe('refused, and nothing written', () => {
  test.each<[string, Parameters<typeof refusalOf>[1], string, string]>([
    [
      'a phase that is there',
      () => openPhase(db, asBuilder({ ...opened, phase })),
      'phase_exists',
      'There is a phase called redfix already.',
    ],
    [
      'a failure that is there',
      () => addFailure(db, asBuilder({ ...failure, failure: 'mumble' })),
      'failure_exists',
      'redfix has a failure called mumble already.',
    ],
    [
      'a gate that is there, by the form for a new one',
      () => defineGate(db, asOperator({ ...m1, criteria: 'Anything.' })),
      'gate_exists',
      'There is a gate M1 already. Define it anew from its own form, which says what gets stale by it.',
    ],
    [
      'a gate that says exactly this',
      () => defineGate(db, asOperator({ ...m1, anew: true })),
      'gate_exists',
      'redfix has a gate M1 that says exactly this.',
    ],
  ])('%s', (_, act, reason, sentence) => {
    expect(refusalOf(db, act)).toMatchObject({ reason, sentence })
  })
})

test('a second failure of the same recipe has a name of its own', () => {
  const copy = aCopyOf(db)
  must(addFailure(copy, asBuilder({ ...failure, failure: 'mumble-tls' })))
  expect(factsOf(copy).failures.map((held) => [held.failure, held.recipe, held.position])).toEqual([
    ['mumble', 'mumble', 1],
    ['gitea', 'gitea', 2],
    ['mumble-tls', 'mumble', 3],
  ])
})

test('a gate defined anew keeps its place and says when', () => {
  const copy = aCopyOf(db)
  const at = new Date('2026-06-18T05:00:00.000Z')
  must(defineGate(copy, asOperator({ ...m1, criteria: 'Each is shown twice.', anew: true }, at)))
  expect(factsOf(copy).gates.map(({ gate, position }) => [gate, position])).toEqual([
    ['M1', 1],
    ['M2', 2],
  ])
  expect(gateOf(copy)).toMatchObject({ criteria: 'Each is shown twice.', definedAt: at.toISOString() })
})

test('hours become milliseconds', () => {
  const copy = aCopyOf(db)
  must(openPhase(copy, asOperator({ ...opened, phase: 'lvl5', lifetimeHours: 2 })))
  expect(factsOf(copy, 'lvl5').lifetimeMs).toBe(7_200_000)
})
