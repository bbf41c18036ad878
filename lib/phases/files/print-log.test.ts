import { describe, expect, test } from 'vitest'
import type { EventDraft } from '#lib/ledger/event.ts'
import type { Role } from '#lib/people/roles.ts'
import { aCopy, aMark, anEvent, inRedfix } from '#lib/testing/a-copy.ts'
import { aProbe } from '#lib/testing/a-probe.ts'
import { aRunRequest } from '#lib/testing/a-run-request.ts'
import { aSupervisedRun } from '#lib/testing/a-supervised-run.ts'
import { printLog } from './print-log.ts'

const on = inRedfix('mumble')
const PEOPLE = { builder: 'bob', adversary: 'ada' } as const

/** What each file says of an event. */
const saidOf = (draft: EventDraft, role: Role | 'system', held: Parameters<typeof aCopy>[0] = {}) => {
  const copy = aCopy({ ...held, events: [anEvent(5, draft, role)] })
  return { REVIEW: printLog(copy, 'adversary'), STATUS: printLog(copy, 'builder') }
}

describe('a run that Gatehouse started', () => {
  const ended = (by: keyof typeof PEOPLE, leftOut: string | null = null) => {
    const requestedBy = { person: PEOPLE[by], role: by, seq: 2 }
    const run = aSupervisedRun({}, { requestedBy, contaminated: leftOut === null ? [] : [leftOut] })
    const evidence = {
      ...aMark(5, by),
      ref: '#1',
      kind: 'run',
      failure: 'mumble',
      run,
      leftOut,
      leftOutAt: null,
    } as const
    const held = { evidence: [{ ...evidence, summary: 'alone, cold: red at custom', how: 'run it' }] }
    return saidOf({ ...on, kind: 'run.ended', payload: run }, 'system', { held })
  }
  const LINE = '- 2026-06-18T00:04Z — #1 recorded for mumble: alone, cold: red at custom'

  test('stands in the file of whoever requested it, by their name', () => {
    expect(ended('adversary')).toEqual({ REVIEW: [`${LINE} (event 5; Ada)`, '  > run it'], STATUS: [] })
    expect(ended('builder')).toEqual({ REVIEW: [], STATUS: [`${LINE} (event 5; Bob)`, '  > run it'] })
  })
})

const NOTHING = { REVIEW: [], STATUS: [] }
const start = { run: 1, hostRunId: 'g1-0a1b2c3d', boot: 'b', startedAt: '2026-06-18T00:00:00Z', skewMs: 0 }
describe('what the swarm does besides', () => {
  test.each<[string, EventDraft, Role | 'system', { REVIEW: string[]; STATUS: string[] }]>([
    [
      'a request says nothing yet',
      { ...on, kind: 'run.requested', payload: { ...aRunRequest(), number: 1 } },
      'builder',
      NOTHING,
    ],
    [
      'nor does a start',
      { ...on, kind: 'run.started', payload: { ...start, before: aProbe(), suspicions: [] } },
      'system',
      NOTHING,
    ],
    [
      'nor who held the node',
      {
        ...inRedfix(),
        kind: 'reservation.taken',
        payload: { reservation: 1, host: 'cc-ci', reason: 'Mine.', until: '2026-06-18T01:00:00Z' },
      },
      'adversary',
      NOTHING,
    ],
    [
      'why somebody ends a run is told',
      { ...on, kind: 'run.cancel-asked', payload: { run: 1, reason: 'It would be red.' } },
      'builder',
      { REVIEW: [], STATUS: ['- 2026-06-18T00:04Z — #1 is to be cancelled. (event 5; Bob)', '  > It would be red.'] },
    ],
    [
      'and why one never started',
      { ...on, kind: 'run.dropped', payload: { run: 1, reason: 'Seen by reading.' } },
      'adversary',
      {
        REVIEW: ['- 2026-06-18T00:04Z — #1, mumble never started: no evidence. (event 5; Ada)', '  > Seen by reading.'],
        STATUS: [],
      },
    ],
    [
      'but not of one that could not start',
      { ...on, kind: 'run.dropped', payload: { run: 1, reason: 'Local changes.' } },
      'system',
      NOTHING,
    ],
  ])('%s', (_, draft, role, said) => {
    expect(saidOf(draft, role)).toEqual(said)
  })
})
