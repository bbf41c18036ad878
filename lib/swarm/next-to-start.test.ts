import { expect, test } from 'vitest'
import { nextToStart, type QueueFacts } from './next-to-start.ts'
import type { RequestedRun } from './requested-run.ts'

const now = new Date('2026-06-18T00:30:00Z')
const run = (
  number: number,
  role: 'builder' | 'adversary' = 'adversary',
  afterClaimOn: string | null = null,
): RequestedRun => ({
  ...{ number, phase: 'redfix', failure: 'mumble', host: 'cc-ci', requestedSeq: number, step: 'queued' },
  request: {
    ...{ host: 'cc-ci', recipe: 'mumble', recipeVersion: null, commit: 'a'.repeat(40), ref: null, harness: null },
    ...{ harnessRef: null, profile: 'alone', pullRequest: null, from: null, to: null, afterClaimOn, remark: '' },
  },
  requestedBy: { person: role, role },
  requestedAt: '2026-06-18T00:26:00.000Z',
  ...{ started: null, startedSeq: null, cancelReason: null, droppedReason: null, overAt: null },
})
const held = (role: 'builder' | 'adversary', until = '2026-06-18T01:00:00.000Z') => ({
  ...{ reservation: 1, host: 'cc-ci', phase: 'redfix', person: role, role, reason: 'Two cold runs.' },
  ...{ takenAt: '2026-06-18T00:00:00.000Z', until },
})
const free: QueueFacts = { reservation: null, underWay: null, isClaimed: () => false }
const BY_BUILDER = 'cc-ci is held by the Builder of redfix until 2026-06-18 01:00Z: Two cold runs.'

test.each<[string, RequestedRun[], Partial<QueueFacts>, number | null, string[]]>([
  ['nothing waits', [], {}, null, []],
  ['first come first served', [run(1), run(2), run(3)], {}, 1, ['2 After run #1.', '3 After run #2.']],
  ['one run at a time', [run(2)], { underWay: 1 }, null, ['2 After run #1.']],
  ['the other side holds the node', [run(1)], { reservation: held('builder') }, null, [`1 ${BY_BUILDER}`]],
  [
    'its own side holds it, and goes first',
    [run(1), run(2, 'builder')],
    { reservation: held('builder') },
    2,
    [`1 ${BY_BUILDER}`],
  ],
  [
    'the same role of another phase is another side',
    [run(1)],
    { reservation: { ...held('adversary'), phase: 'canon' } },
    null,
    ['1 cc-ci is held by the Adversary of canon until 2026-06-18 01:00Z: Two cold runs.'],
  ],
  ['a reservation ends at its end', [run(1)], { reservation: held('builder', now.toISOString()) }, 1, []],
  [
    'who waits for a claim lets others pass',
    [run(1, 'adversary', 'M1'), run(2)],
    {},
    2,
    ['1 It waits until M1 is claimed.'],
  ],
  ['the claim has come', [run(1, 'adversary', 'M1'), run(2)], { isClaimed: () => true }, 1, ['2 After run #1.']],
])('%s', (_, queue, different, start, waits) => {
  const next = nextToStart(queue, { ...free, ...different }, now)
  expect(next.start?.number ?? null).toBe(start)
  expect(next.waits.map(({ run: number, because }) => `${number} ${because}`)).toEqual(waits)
})
