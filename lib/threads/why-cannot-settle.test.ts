import { describe, expect, test } from 'vitest'
import type { Actor } from '#lib/people/roles.ts'
import { aThread, SETTLED } from '#lib/testing/a-thread.ts'
import type { ThreadFacts } from './thread-facts.ts'
import { whyCannotSettle } from './why-cannot-settle.ts'

const ada: Actor = { person: 'ada', name: 'Ada', role: 'adversary' }
const bob: Actor = { person: 'bob', name: 'Bob', role: 'builder' }
const left = { askerHolds: null }

describe('it may be settled', () => {
  test.each<[string, Actor, Partial<ThreadFacts>]>([
    ['by who asked', ada, {}],
    ['by who asked, in another role that writes', { ...ada, role: 'operator' }, { askerHolds: 'operator' }],
    ['by the side that was asked, when who asked has no role any more', bob, left],
    ['by the side that was asked, when who asked only watches', bob, { askerHolds: 'stakeholder' }],
  ])('%s', (_, actor, different) => {
    expect(whyCannotSettle(aThread([], different), actor)).toBeNull()
  })
})

describe('settling is refused', () => {
  test.each<[string, Actor, Partial<ThreadFacts>, string, string]>([
    [
      'to who only watches',
      { ...ada, role: 'stakeholder' },
      { askerHolds: 'stakeholder' },
      'not_permitted',
      'you are a Stakeholder here',
    ],
    ['to who has no role', { ...ada, role: null }, left, 'not_permitted', 'you have no role in this phase'],
    ['to the side that was asked', bob, {}, 'not_the_asker', 'Only the person who asked settles it'],
    ['to another Adversary', { ...ada, person: 'alan' }, {}, 'not_the_asker', 'Only the person who asked settles it'],
    ['to the Operator', { ...bob, role: 'operator' }, {}, 'not_the_asker', 'Only the person who asked settles it'],
    [
      'to another side, when who asked has left',
      { ...bob, role: 'operator' },
      left,
      'not_the_asked_side',
      'the Builder, who was asked, settles it',
    ],
    ['a second time', ada, { settled: SETTLED }, 'settled_already', 'settled 2026-06-18 01:00Z already'],
  ])('%s', (_, actor, different, reason, part) => {
    expect(whyCannotSettle(aThread([], different), actor)).toMatchObject({
      reason,
      sentence: expect.stringContaining(part),
    })
  })
})
