import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { OpenThreadInput } from '#lib/threads/inputs.ts'
import { threadTurn } from '#lib/threads/thread-turn.ts'
import type { Db } from '../db.ts'
import { withdrawRole } from '../people/withdraw-role.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { attachedRun } from '../testing/evidence.ts'
import { must } from '../testing/must.ts'
import { ADVERSARY, asAdversary, asBuilder, asOperator, asSecondAdversary, asStakeholder } from '../testing/people.ts'
import { aPhase, aPhaseAlone } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { listThreads } from './list-threads.ts'
import { openThread } from './open-thread.ts'
import { reply } from './reply.ts'
import { settleThread } from './settle-thread.ts'

afterAll(removeDatabases)

const phase = 'redfix'
const asked = (different: Partial<OpenThreadInput> = {}): OpenThreadInput => ({
  ...{ phase, about: 'mumble', to: 'builder', text: 'Which commit was it?' },
  ...different,
})
const said = (text = 'It was 9c1d44a0.', thread = 1) => ({ phase, thread, text })
const one = { phase, thread: 1 }

/** Ada asks the Builder about mumble: thread 1. */
const begun = aPhaseAlone()
must(openThread(begun, asAdversary(asked())))
let db: Db
beforeEach(() => {
  db = aCopyOf(begun)
})
const adaLeaves = () =>
  must(
    withdrawRole(
      db,
      asOperator({ holding: { person: ADVERSARY.person, role: 'adversary', phase: null }, reason: 'Left.' }),
    ),
  )

describe('refused, and nothing written', () => {
  test.each<[string, () => ReturnType<typeof reply>, string]>([
    ['a question of who only watches', () => openThread(db, asStakeholder(asked())), 'not_permitted'],
    ['on what is not there', () => openThread(db, asAdversary(asked({ about: 'keycloak' }))), 'not_on_record'],
    ['on a run that is not there', () => openThread(db, asAdversary(asked({ about: '#1' }))), 'not_on_record'],
    ['on a gate nobody claimed', () => openThread(db, asAdversary(asked({ about: 'M1' }))), 'nothing_claimed'],
    ['to one’s own side', () => openThread(db, asAdversary(asked({ to: 'adversary' }))), 'asking_own_side'],
    ['exactly what is open', () => openThread(db, asAdversary(asked())), 'asked_already'],
    ['in no phase', () => openThread(db, asAdversary(asked({ phase: 'lvl5' }))), 'no_such_phase'],
    ['a reply of who only watches', () => reply(db, asStakeholder(said())), 'not_permitted'],
    ['a reply to no thread', () => reply(db, asBuilder(said('Here.', 2))), 'no_such_thread'],
    ['the question as a reply', () => reply(db, asAdversary(said(asked().text))), 'said_already'],
    ['settling by the side that was asked', () => settleThread(db, asBuilder(one)), 'not_the_asker'],
    ['settling by another Adversary', () => settleThread(db, asSecondAdversary(one)), 'not_the_asker'],
    ['settling by who only watches', () => settleThread(db, asStakeholder(one)), 'not_permitted'],
    ['settling of no thread', () => settleThread(db, asAdversary({ phase, thread: 2 })), 'no_such_thread'],
  ])('%s', (_, act, reason) => {
    expect(refusalOf(db, act).reason).toBe(reason)
  })

  test('the same reply twice in a row', () => {
    must(reply(db, asBuilder(said())))
    expect(refusalOf(db, () => reply(db, asBuilder(said()))).reason).toBe('said_already')
  })
  test('a reply to what is settled, and settling it again', () => {
    must(settleThread(db, asAdversary(one)))
    expect(refusalOf(db, () => reply(db, asBuilder(said()))).reason).toBe('settled')
    expect(refusalOf(db, () => settleThread(db, asAdversary(one))).reason).toBe('settled_already')
  })
  test('a reply to a thread of another phase', () => {
    const canon = aPhase(db, 'canon')
    expect(refusalOf(db, () => reply(db, asBuilder({ ...said(), phase: canon }))).reason).toBe('no_such_thread')
  })
  test('a question on a run of another phase', () => {
    aPhase(db, 'canon')
    const about = attachedRun(db, 'mumble', { phase: 'canon' })
    expect(refusalOf(db, () => openThread(db, asAdversary(asked({ about })))).reason).toBe('not_on_record')
  })
  test('settling by a third side, when who asked has left', () => {
    adaLeaves()
    expect(refusalOf(db, () => settleThread(db, asOperator(one))).reason).toBe('not_the_asked_side')
  })
})

describe('recorded', () => {
  test('a question, its answer and that it is settled, in order, and all of it stays', () => {
    const first = must(reply(db, asBuilder(said())))
    const further = must(reply(db, asAdversary(said('And of the harness?'))))
    must(reply(db, asBuilder(said())))
    const end = must(settleThread(db, asAdversary(one)))
    expect(listThreads(db, phase)).toMatchObject([
      {
        ...{ thread: 1, about: 'mumble', failure: 'mumble', askedOf: 'builder', askerHolds: 'adversary' },
        ...{ person: 'ada', role: 'adversary', settled: { seq: end.seq, person: 'ada' } },
        messages: [
          { person: 'ada', text: 'Which commit was it?' },
          { person: 'bob', text: 'It was 9c1d44a0.', seq: first.seq },
          { person: 'ada', text: 'And of the harness?', seq: further.seq },
          { person: 'bob', text: 'It was 9c1d44a0.' },
        ],
      },
    ])
    expect(end).toMatchObject({ subject: 'thread-1', failure: 'mumble' })
  })
  test('a question on a run, which concerns its failure', () => {
    const about = attachedRun(db, 'gitea')
    expect(must(openThread(db, asAdversary(asked({ about }))))).toMatchObject({ subject: 'thread-2', failure: 'gitea' })
  })
  test('numbers go on over the phases', () => {
    const canon = aPhase(db, 'canon')
    expect(must(openThread(db, asAdversary(asked({ phase: canon })))).subject).toBe('thread-2')
    expect(listThreads(db, canon).map(({ thread }) => thread)).toEqual([2])
    expect(listThreads(db, phase).map(({ thread }) => thread)).toEqual([1])
  })
  test('the same question anew, once the first is settled', () => {
    must(settleThread(db, asAdversary(one)))
    expect(must(openThread(db, asAdversary(asked()))).subject).toBe('thread-2')
  })
  test('settled by the side that was asked, when who asked has left', () => {
    must(reply(db, asBuilder(said())))
    adaLeaves()
    expect(threadTurn(listThreads(db, phase)[0] ?? fail())).toMatchObject({ role: 'builder', person: null })
    must(settleThread(db, asBuilder(one)))
    expect(listThreads(db, phase)).toMatchObject([{ askerHolds: null, settled: { person: 'bob' } }])
  })
  test('a command sent twice is one reply', () => {
    const command = asBuilder(said())
    expect(must(reply(db, command))).toEqual(must(reply(db, command)))
    expect(listThreads(db, phase)[0]?.messages).toHaveLength(2)
  })
})

test('as of an event, a thread is as it stood then', () => {
  const { seq } = must(reply(db, asBuilder(said())))
  must(settleThread(db, asAdversary(one)))
  expect(listThreads(db, phase, seq)).toMatchObject([{ settled: null, messages: [{}, { seq }] }])
  expect(listThreads(db, phase, seq - 1)[0]?.messages).toHaveLength(1)
  expect(listThreads(db, phase, 1)).toEqual([])
})

const fail = (): never => {
  throw new Error('There is no thread.')
}
