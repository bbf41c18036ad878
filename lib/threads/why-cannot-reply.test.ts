import { describe, expect, test } from 'vitest'
import type { Actor } from '#lib/people/roles.ts'
import { aThread, SETTLED } from '#lib/testing/a-thread.ts'
import { whyCannotReply, whySaidAlready } from './why-cannot-reply.ts'

const bob: Actor = { person: 'bob', name: 'Bob', role: 'builder' }

test.each<[Actor['role']]>([['builder'], ['adversary'], ['operator']])('the %s may reply', (role) => {
  expect(whyCannotReply(aThread(), { ...bob, role })).toBeNull()
})

describe('a reply is refused', () => {
  test.each<[string, Actor['role'], object, string, string]>([
    ['to who only watches', 'stakeholder', {}, 'not_permitted', 'you are a Stakeholder here'],
    ['to who has no role', null, {}, 'not_permitted', 'you have no role in this phase'],
    ['once it is settled', 'builder', { settled: SETTLED }, 'settled', 'settled 2026-06-18 01:00Z and takes no more'],
  ])('%s', (_, role, different, reason, part) => {
    expect(whyCannotReply(aThread([], different), { ...bob, role })).toMatchObject({
      reason,
      sentence: expect.stringContaining(part),
    })
  })

  test('when the same person has just written exactly this', () => {
    const thread = aThread([['bob', 'builder', '00:40', '9c1d44a0.']])
    expect(whySaidAlready(thread, bob, '9c1d44a0.')).toMatchObject({
      reason: 'said_already',
      sentence: expect.stringContaining('(event 11)'),
      field: 'text',
    })
  })
  test('when it repeats one’s own question', () => {
    expect(whySaidAlready(aThread(), { ...bob, person: 'ada' }, 'Which commit was it?')?.reason).toBe('said_already')
  })
})

describe('the same words are no repetition', () => {
  const thread = aThread([['bob', 'builder', '00:40', 'Yes.']])
  test.each([
    ['from somebody else', thread, 'ada', 'Yes.'],
    ['when they are others', thread, 'bob', 'No.'],
    [
      'when somebody has spoken since',
      aThread([
        ['bob', 'builder', '00:40', 'Yes.'],
        ['ada', 'adversary', '00:50', 'And now?'],
      ]),
      'bob',
      'Yes.',
    ],
  ])('%s', (_, held, person, text) => {
    expect(whySaidAlready(held, { ...bob, person }, text)).toBeNull()
  })
})
