import { describe, expect, test } from 'vitest'
import { USUAL_REQUIREMENTS } from '#lib/gates/requirements.ts'
import type { EventBody } from './event.ts'
import { lift, versionOf } from './versions.ts'

/** An event as it is read: from JSON, whatever its shape was. */
const recorded = (kind: string, v: number, payload: object): EventBody =>
  JSON.parse(
    JSON.stringify({
      ...{ v, kind, command: 'c', part: 0, input: 'i', actor: 'bob', role: 'builder', phase: 'redfix', failure: null },
      ...{ subject: null, statedAt: null, recordedAt: '2026-06-18T00:00:00.000Z', payload },
    }),
  )
const lifted = (kind: string, payload: object, v = 1) => lift(recorded(kind, v, payload)).payload

const CAUSE_OF_VERSION_1 = ['classified', 'reproduced', 'cited', 'nothing-owed', 'own-check', 'ruled']
const gate = { gate: 'M1', criteria: 'Each is shown.', position: 1, imported: null }

describe('an event of the first version is understood today', () => {
  test('a gate’s purpose stood for a list: what a gate about causes asked then', () => {
    expect(lifted('gate.defined', { ...gate, purpose: 'cause' })).toEqual({ ...gate, requirements: CAUSE_OF_VERSION_1 })
  })
  test('a gate about fixes, which nobody could claim then, asks what is usual today', () => {
    expect(lifted('gate.defined', { ...gate, purpose: 'fix' })).toEqual({
      ...gate,
      requirements: [...USUAL_REQUIREMENTS.fix],
    })
  })
  test('a run knew no pull request, and was attached by somebody', () => {
    expect(lifted('run.attached', { number: 1, raisedAlarm: true })).toEqual({
      ...{ number: 1, raisedAlarm: true, pullRequest: null, supervised: null },
    })
  })
  test('an observation was typed by hand, whatever it says of itself', () => {
    const observation = { number: 1, command: 'getent hosts app', output: '10.0.0.2', host: 'cc-ci' }
    expect(lifted('observation.recorded', observation)).toEqual({ ...observation, by: 'hand' })
    expect(lifted('observation.recorded', { ...observation, by: 'host' })).toEqual({ ...observation, by: 'hand' })
  })
  test('a finding knew neither stage nor head', () => {
    const finding = { finding: 'F-redfix-1', gate: 'M1', revision: 1, text: 'It fails.', repro: 'Run it.' }
    expect(lifted('finding.opened', finding)).toEqual({ ...finding, stage: null, head: null })
  })
  test('a claim judged a purpose and a plan’s path, no fixes, and answered no finding; its digests stay', () => {
    const statement = { what: 'Flaky.', how: 'run it', expected: [] }
    const classification = { behaviour: 'flaky', place: 'recipe', cause: 'It.', plainWords: 'Slow.', cites: ['#1'] }
    const evidence = [{ ref: '#1', seq: 2, leftOut: false }]
    const kept = { criteria: 'Each is shown.', statement, classification, evidence }
    const claim = { gate: 'M1', revision: 1, digest: 'd' }
    expect(
      lifted('claim.filed', {
        ...claim,
        parts: [{ failure: 'mumble', digest: 'm', judged: { ...kept, purpose: 'cause', planPath: 'plans/redfix.md' } }],
      }),
    ).toEqual({
      ...claim,
      answers: [],
      parts: [
        {
          failure: 'mumble',
          digest: 'm',
          judged: {
            ...kept,
            requirements: CAUSE_OF_VERSION_1,
            plan: { path: 'plans/redfix.md', sha256: null },
            fixes: [],
          },
        },
      ],
    })
  })
  test('a claim in a phase without a plan has none', () => {
    const parts = [{ failure: 'mumble', digest: 'm', judged: { purpose: 'cause', planPath: null } }]
    expect(lifted('claim.filed', { gate: 'M1', revision: 1, digest: 'd', parts })).toMatchObject({
      parts: [{ judged: { plan: { path: null, sha256: null } } }],
    })
  })
  test('everything around the payload stays', () => {
    const before = recorded('run.attached', 1, { number: 1 })
    expect(lift(before)).toEqual({ ...before, payload: { number: 1, pullRequest: null, supervised: null } })
    expect(before.payload).toEqual({ number: 1 })
  })
})

describe('an event of the second version is understood today', () => {
  test('a run keeps its pull request; nobody but a person could have added it', () => {
    expect(lifted('run.attached', { number: 1, pullRequest: 4 }, 2)).toEqual({
      ...{ number: 1, pullRequest: 4, supervised: null },
    })
  })
  test('also a run without one', () => {
    expect(lifted('run.attached', { number: 1, pullRequest: null }, 2)).toMatchObject({ pullRequest: null })
  })
})

describe('what needs no lifting is left as it is', () => {
  test.each<[string, string, number, object]>([
    ['a gate of today’s version', 'gate.defined', 2, { ...gate, requirements: ['ruled'] }],
    ['a run of today’s version', 'run.attached', 3, { number: 1, pullRequest: 4, supervised: null }],
    ['an observation of today’s version', 'observation.recorded', 2, { number: 1, by: 'host' }],
    ['a claim of today’s version', 'claim.filed', 2, { gate: 'M1', parts: [], answers: ['F-redfix-1'] }],
    ['a finding of today’s version', 'finding.opened', 2, { finding: 'F-redfix-1', stage: 'lint', head: 'fee1600d' }],
    ['an event of a version from after today', 'run.attached', 4, { number: 1 }],
    ['a kind that has had one version only', 'note.written', 1, { note: 'log', text: 'A word.', imported: null }],
  ])('%s', (_, kind, v, payload) => {
    const body = recorded(kind, v, payload)
    expect(lift(body)).toBe(body)
  })
})

test.each([
  ['gate.defined', 2],
  ['run.attached', 3],
  ['observation.recorded', 2],
  ['claim.filed', 2],
  ['finding.opened', 2],
  ['fix.attached', 1],
  ['run.ended', 1],
  ['ruling.recorded', 1],
] as const)('%s is written in version %i', (kind, version) => {
  expect(versionOf(kind)).toBe(version)
})
