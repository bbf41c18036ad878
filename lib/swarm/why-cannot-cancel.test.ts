import { expect, test } from 'vitest'
import type { Role } from '#lib/people/roles.ts'
import { aRequestedRun } from '#lib/testing/a-run-request.ts'
import type { RequestedRun } from './requested-run.ts'
import { whyCannotCancel } from './why-cannot-cancel.ts'

const theirs = { requestedBy: { person: 'ada', role: 'adversary' } } as const

test.each<[string, Partial<RequestedRun>, Role | null, string | null]>([
  ['one’s own, while it waits', {}, 'builder', null],
  ['one’s own, while it runs', { step: 'started' }, 'builder', null],
  ['a run of one’s side, by somebody else', { requestedBy: { person: 'bea', role: 'builder' } }, 'builder', null],
  ['any, by the Operator', theirs, 'operator', null],
  ['not the other side’s', theirs, 'builder', 'Only the side that requested a run cancels it, or the Operator.'],
  [
    'not one that Gatehouse requested',
    { requestedBy: { person: 'gatehouse', role: 'system' } },
    'builder',
    'Only the side that requested a run cancels it, or the Operator.',
  ],
  ['not one that has ended', { step: 'ended' }, 'builder', 'Run #1 is over already.'],
  ['not one that never started', { step: 'dropped' }, 'operator', 'Run #1 is over already.'],
  [
    'not one that is being cancelled',
    { step: 'started', cancelReason: 'Wrong.' },
    'operator',
    'Run #1 is being cancelled already.',
  ],
  [
    'not by a Stakeholder',
    {},
    'stakeholder',
    'Only the Operator, the Builder or the Adversary may do this; you are a Stakeholder here.',
  ],
  [
    'not without a role',
    {},
    null,
    'Only the Operator, the Builder or the Adversary may do this; you have no role in this phase.',
  ],
])('a run is cancelled: %s', (_, run, role, sentence) => {
  const refusal = whyCannotCancel(aRequestedRun(run), { person: 'bob', name: 'Bob', role })
  expect(refusal?.sentence ?? null).toBe(sentence)
})
