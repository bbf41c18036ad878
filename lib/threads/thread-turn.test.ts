import { describe, expect, test } from 'vitest'
import type { Actor } from '#lib/people/roles.ts'
import { aThread, SETTLED } from '#lib/testing/a-thread.ts'
import { moment } from '#lib/testing/record-of.ts'
import type { ThreadFacts } from './thread-facts.ts'
import { isTurnOf, threadTurn } from './thread-turn.ts'

const builders = { role: 'builder', person: null, what: 'answer' } as const
const askers = { role: 'adversary', person: 'ada', what: 'settle' } as const
const answered = ['bob', 'builder', '00:40'] as const

describe('whose turn it is', () => {
  test.each<[string, ThreadFacts, object, string]>([
    ['after the question, the side it was put to', aThread(), builders, '00:30'],
    ['after their reply, whoever asked', aThread([[...answered]]), askers, '00:40'],
    [
      'after a second reply of theirs, still whoever asked, since the first',
      aThread([[...answered], ['bea', 'builder', '00:41']]),
      askers,
      '00:40',
    ],
    [
      'after asking further, the side again',
      aThread([[...answered], ['ada', 'adversary', '00:50']]),
      builders,
      '00:50',
    ],
    [
      'after adding to what nobody has answered, the side, since the question',
      aThread([['ada', 'adversary', '00:50']]),
      builders,
      '00:30',
    ],
    ['after the Operator put in a word, the side', aThread([['olga', 'operator', '00:35']]), builders, '00:30'],
    [
      'after another Adversary put in a word on the answer, whoever asked',
      aThread([[...answered], ['alan', 'adversary', '00:45']]),
      askers,
      '00:40',
    ],
    [
      'after whoever asked has become the Builder and goes on, the side',
      aThread([['ada', 'builder', '00:50']], { askerHolds: 'builder' }),
      builders,
      '00:30',
    ],
    [
      'answered, and whoever asked holds no role any more: the side that was asked',
      aThread([[...answered]], { askerHolds: null }),
      { ...askers, role: 'builder', person: null },
      '00:40',
    ],
    [
      'answered, and whoever asked only watches now: the side that was asked',
      aThread([[...answered]], { askerHolds: 'stakeholder' }),
      { ...askers, role: 'builder', person: null },
      '00:40',
    ],
  ])('%s', (_, thread, turn, since) => {
    expect(threadTurn(thread)).toEqual({ ...turn, since: moment(since).toISOString() })
  })

  test('once it is settled, nobody’s', () => {
    expect(threadTurn(aThread([[...answered]], { settled: SETTLED }))).toBeNull()
  })
})

describe('the turn is a reader’s', () => {
  const ada: Actor = { person: 'ada', name: 'Ada', role: 'adversary' }
  test.each<[string, ThreadFacts, Partial<Actor>, boolean]>([
    ['who holds the role that was asked', aThread(), { person: 'bea', role: 'builder' }, true],
    ['not who asked, while nobody has answered', aThread(), {}, false],
    ['who asked, once it is answered', aThread([[...answered]]), {}, true],
    ['not another Adversary', aThread([[...answered]]), { person: 'alan' }, false],
    ['nobody’s once it is settled', aThread([], { settled: SETTLED }), { role: 'builder' }, false],
  ])('%s', (_, thread, different, is) => {
    expect(isTurnOf(threadTurn(thread), { ...ada, ...different })).toBe(is)
  })
})
