import { describe, expect, test } from 'vitest'
import { type NodeFacts, type NodeReader, wordNode } from './node-words.ts'
import type { RequestedRun } from './requested-run.ts'
import type { Reservation } from './reservation.ts'
import type { RunRequest } from './run-request.ts'

const NOW = new Date('2026-06-18T00:58:00Z')
const SINCE = NOW.getTime() - 72_000

const REQUEST: RunRequest = {
  ...{ host: 'cc-ci', recipe: 'mumble', recipeVersion: null, commit: 'a'.repeat(40), ref: 'main', harness: null },
  ...{ harnessRef: null, profile: 'alone', pullRequest: null, from: null, to: null, afterClaimOn: null, remark: '' },
}
const aRun = (by: RequestedRun['requestedBy'], different: Partial<RequestedRun> = {}): RequestedRun => ({
  ...{ number: 39, phase: 'redfix', failure: 'mumble', host: 'cc-ci', request: REQUEST, requestedBy: by },
  ...{ requestedAt: '2026-06-18T00:56:00Z', requestedSeq: 7, step: 'started', started: null, startedSeq: 8 },
  ...{ cancelReason: null, droppedReason: null, overAt: null },
  ...different,
})
const ADA = { person: 'ada', role: 'adversary' } as const
const BOB = { person: 'bob', role: 'builder' } as const
const reader: NodeReader = { ...ADA, phase: 'redfix', reads: (phase) => phase !== 'secret' }
const node = (different: Partial<NodeFacts>): NodeFacts => ({
  ...{ host: 'cc-ci', underWay: null, reservation: null, queued: 0 },
  ...different,
})
const running = (run: RequestedRun, status: 'running' | 'unreachable' | 'starting' = 'running') =>
  node({ underWay: { run, status, sinceMs: SINCE } })
const held = (by: typeof ADA | typeof BOB, until: string, phase = 'redfix'): NodeFacts => {
  const reservation: Reservation = {
    ...{ reservation: 1, host: 'cc-ci', phase, ...by, reason: 'Two cold runs.' },
    ...{ takenAt: '2026-06-18T00:30:00Z', until },
  }
  return node({ reservation })
}

describe('a node says who has it', () => {
  test.each<[string, NodeFacts, string | null]>([
    ['nobody', node({}), null],
    ['nobody, though runs wait', node({ queued: 3 }), null],
    ['a run of one’s own', running(aRun(ADA)), 'cc-ci: your cold run of mumble'],
    [
      'a run of somebody of one’s side',
      running(aRun({ ...ADA, person: 'alan' })),
      'cc-ci: your side’s cold run of mumble',
    ],
    ['a run of the other side', running(aRun(BOB)), 'cc-ci: the Builder’s cold run of mumble'],
    [
      'a run under load',
      running(aRun(ADA, { request: { ...REQUEST, profile: 'load' } })),
      'cc-ci: your cold run under load of mumble',
    ],
    ['a host that does not answer', running(aRun(ADA), 'unreachable'), 'cc-ci: your cold run of mumble, unreachable'],
    [
      'a run of another phase',
      running(aRun(BOB, { phase: 'canon' })),
      'cc-ci: the Builder’s cold run of mumble in canon',
    ],
    ['a run of a phase one may not read', running(aRun(BOB, { phase: 'secret' })), 'cc-ci: a run of another phase'],
    ['a reservation', held(BOB, '2026-06-18T14:00:00Z'), 'cc-ci: reserved by the Builder until 14:00Z'],
    ['one’s own reservation', held(ADA, '2026-06-18T14:00:00Z'), 'cc-ci: reserved by you until 14:00Z'],
    [
      'one that ends another day',
      held(BOB, '2026-06-19T02:00:00Z'),
      'cc-ci: reserved by the Builder until 2026-06-19 02:00Z',
    ],
    ['one that ends at this moment', held(BOB, NOW.toISOString()), null],
    [
      'one of another phase',
      held(BOB, '2026-06-18T14:00:00Z', 'canon'),
      'cc-ci: reserved by the Builder of canon until 14:00Z',
    ],
    ['one of a phase one may not read', held(BOB, '2026-06-18T14:00:00Z', 'secret'), 'cc-ci: reserved until 14:00Z'],
  ])('%s', (_, facts, words) => {
    expect(wordNode(facts, reader, NOW)?.words ?? null).toBe(words)
  })

  test('a run stands before the reservation it runs in, with its clock', () => {
    const both = { ...running(aRun(ADA)), reservation: held(ADA, '2026-06-18T14:00:00Z').reservation }
    expect(wordNode(both, reader, NOW)).toMatchObject({ run: 39, sinceMs: SINCE, isOwn: true })
  })

  test('the same role in another phase is not one’s own side', () => {
    expect(wordNode(running(aRun({ ...ADA, person: 'alan' }, { phase: 'canon' })), reader, NOW)).toMatchObject({
      isOwn: false,
    })
  })
})
