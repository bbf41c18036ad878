import { describe, expect, test } from 'vitest'
import type { Actor } from '#lib/people/roles.ts'
import { aThread, SETTLED } from '#lib/testing/a-thread.ts'
import type { ThreadFacts } from './thread-facts.ts'
import { listAskable, type NamesOnRecord, whatIsAskedAbout } from './what-is-asked-about.ts'
import { whyCannotAsk } from './why-cannot-ask.ts'

const names: NamesOnRecord = {
  phase: 'redfix',
  failures: [{ failure: 'mumble' }, { failure: 'gitea' }],
  gates: [{ gate: 'M1' }, { gate: 'M2' }],
  claims: [{ gate: 'M1' }],
  evidence: [
    { kind: 'run', ref: '#31', failure: 'mumble' },
    { kind: 'observation', ref: 'obs-1', failure: 'mumble' },
  ],
  findings: [{ finding: 'F-redfix-1', failure: 'gitea' }],
}
const ada: Actor = { person: 'ada', name: 'Ada', role: 'adversary' }
const question = { about: 'M1', to: 'builder', text: 'Which commit was it?' } as const
type Question = Parameters<typeof whyCannotAsk>[3]
const refusalOf = (different: Partial<Question> = {}, actor = ada, threads: ThreadFacts[] = []) =>
  whyCannotAsk(names, threads, actor, { ...question, ...different })

describe('a question may be asked', () => {
  test.each<[string, Partial<Question>, Actor, ThreadFacts[]]>([
    ['on a claim', {}, ada, []],
    ['on a failure', { about: 'mumble' }, ada, []],
    ['on a run', { about: '#31' }, ada, []],
    ['on a finding', { about: 'F-redfix-1' }, ada, []],
    ['to the Operator', { to: 'operator' }, ada, []],
    ['by the Operator', {}, { ...ada, role: 'operator' }, []],
    ['by the Builder', { to: 'adversary' }, { ...ada, role: 'builder' }, []],
    ['a second time, once the first is settled', {}, ada, [aThread([], { settled: SETTLED })]],
    ['a second time, once something was said to the first', {}, ada, [aThread([['bob', 'builder', '00:40']])]],
    ['as somebody else asked it', {}, { ...ada, person: 'alan' }, [aThread()]],
    ['as it was asked about something else', { about: 'mumble' }, ada, [aThread()]],
    ['as it was asked of somebody else', { to: 'operator' }, ada, [aThread()]],
    ['in other words', { text: 'Which one?' }, ada, [aThread()]],
  ])('%s', (_, different, actor, threads) => {
    expect(refusalOf(different, actor, threads)).toBeNull()
  })
})

describe('a question is refused', () => {
  test.each<[string, Partial<Question>, Actor, ThreadFacts[], string, string, string | null]>([
    [
      'to who only watches',
      {},
      { ...ada, role: 'stakeholder' },
      [],
      'not_permitted',
      'you are a Stakeholder here',
      null,
    ],
    ['to who has no role', {}, { ...ada, role: null }, [], 'not_permitted', 'you have no role in this phase', null],
    [
      'on a failure that is not there',
      { about: 'keycloak' },
      ada,
      [],
      'not_on_record',
      'keycloak is not on record',
      'about',
    ],
    [
      'on a run that is not there',
      { about: '#32' },
      ada,
      [],
      'not_on_record',
      '#32 is not on record in redfix',
      'about',
    ],
    ['on a finding that is not there', { about: 'F-redfix-2' }, ada, [], 'not_on_record', 'F-redfix-2 is', 'about'],
    [
      'on an observation',
      { about: 'obs-1' },
      ada,
      [],
      'not_on_record',
      'a failure, a run (#31), a finding or',
      'about',
    ],
    [
      'on a gate that nobody claimed',
      { about: 'M2' },
      ada,
      [],
      'nothing_claimed',
      'Nobody has claimed M2 yet',
      'about',
    ],
    ['of one’s own side', { to: 'adversary' }, ada, [], 'asking_own_side', 'You are the Adversary here yourself', 'to'],
    ['while exactly this is open', {}, ada, [aThread()], 'asked_already', 'exactly this already (event 10)', 'text'],
  ])('%s', (_, different, actor, threads, reason, part, field) => {
    expect(refusalOf(different, actor, threads)).toMatchObject({
      reason,
      sentence: expect.stringContaining(part),
      field,
    })
  })
})

test.each([
  ['M1', { kind: 'claim', failure: null }],
  ['mumble', { kind: 'failure', failure: 'mumble' }],
  ['F-redfix-1', { kind: 'finding', failure: 'gitea' }],
  ['#31', { kind: 'run', failure: 'mumble' }],
])('a question on %s concerns what is recorded of it', (about, found) => {
  expect(whatIsAskedAbout(names, about)).toEqual({ about, ...found })
})

test('claims come first, then failures, findings and runs', () => {
  expect(listAskable(names).map(({ about }) => about)).toEqual(['M1', 'mumble', 'gitea', 'F-redfix-1', '#31'])
})
