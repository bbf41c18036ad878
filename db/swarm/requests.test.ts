import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { MOST_QUEUED } from '#lib/swarm/why-cannot-request.ts'
import { aProbe } from '#lib/testing/a-probe.ts'
import type { Db } from '../db.ts'
import { listEvents } from '../ledger/list-events.ts'
import { aCopyOf, removeDatabases } from '../testing/databases.ts'
import { attachedRun } from '../testing/evidence.ts'
import { must } from '../testing/must.ts'
import { asAdversary, asBuilder, asOperator, USUAL_TIME } from '../testing/people.ts'
import { aPhase, aPhaseAlone } from '../testing/phases.ts'
import { refusalOf } from '../testing/refusals.ts'
import { aHost, begunRun, endedRunOf, requestedRun, requestOf, typedHost, typedRequest } from '../testing/swarm.ts'
import { cancelRun } from './cancel-run.ts'
import { configureHost, retireHost } from './configure-host.ts'
import { listRequestedRuns, listRunsNotOver } from './list-requested-runs.ts'
import { requestRun } from './request-run.ts'
import { keepProbe } from './run-watches.ts'
import { droppedRun } from './supervise.ts'

afterAll(removeDatabases)

const phase = 'redfix'
const begun = aPhaseAlone()
aPhase(begun, 'canon')
aHost(begun)
let db: Db
beforeEach(() => {
  db = aCopyOf(begun)
})

describe('a request is refused, and nothing written', () => {
  const NOTHING = () => {}
  test.each<[string, () => void, Parameters<typeof typedRequest>, string, string]>([
    [
      'of a failure that is not there',
      NOTHING,
      ['keycloak'],
      'no_such_failure',
      'The phase redfix has no failure called keycloak.',
    ],
    ['in a phase that is not there', NOTHING, ['mumble', { phase: 'lvl5' }], 'no_such_phase', 'There is no phase'],
    ['on a host that is not there', NOTHING, ['mumble', { host: 'elsewhere' }], 'no_host', 'There is no host'],
    [
      'on a host whose key nobody confirmed',
      () => must(configureHost(db, asOperator(typedHost({ host: 'node-2' })))),
      ['mumble', { host: 'node-2' }],
      'no_host_key',
      'Nobody has confirmed the key of node-2 yet: the Operator does, once.',
    ],
    [
      'on a host that is used no more',
      () => must(retireHost(db, asOperator({ host: 'cc-ci', reason: 'It moves.' }))),
      ['mumble'],
      'host_retired',
      'cc-ci is used no more: It moves.',
    ],
    [
      'of a recipe that the host does not offer',
      () => keepProbe(db, 'cc-ci', 1, { probe: aProbe({ recipes: ['gitea'] }) }),
      ['mumble'],
      'recipe_not_offered',
      'cc-ci does not offer the recipe mumble.',
    ],
    [
      'of a profile that the host does not offer',
      () => keepProbe(db, 'cc-ci', 1, { probe: aProbe() }),
      ['mumble', { profile: 'warm' }],
      'profile_not_offered',
      'cc-ci does not offer the profile warm.',
    ],
    [
      'after a claim on a gate that is not there',
      NOTHING,
      ['mumble', { afterClaimOn: 'M9' }],
      'no_such_gate',
      'There is no gate M9 in this phase.',
    ],
    [
      'of one more than a person may have waiting',
      () => {
        for (let nth = 0; nth < MOST_QUEUED; nth += 1) requestedRun(db, 'mumble', { remark: String(nth) })
      },
      ['mumble'],
      'queue_full',
      `${MOST_QUEUED} runs wait already.`,
    ],
  ])('%s', (_, before, asked, reason, sentence) => {
    before()
    const refusal = refusalOf(db, () => requestRun(db, asBuilder(typedRequest(...asked))))
    expect(refusal.reason).toBe(reason)
    expect(refusal.sentence).toContain(sentence)
  })
})

test('a request keeps what was asked for, with the recipe of its failure', () => {
  const number = requestedRun(db, 'gitea', { profile: 'promote', from: '3.5.3', to: '3.6.0', afterClaimOn: 'M1' })
  expect(requestOf(db, number)).toMatchObject({
    ...{ number: 1, phase, failure: 'gitea', host: 'cc-ci', step: 'queued', started: null, overAt: null },
    requestedBy: { person: 'bob', role: 'builder' },
    request: { recipe: 'gitea', profile: 'promote', from: '3.5.3', to: '3.6.0', afterClaimOn: 'M1' },
  })
})

test('each person’s queue is their own: another’s runs take no place in it', () => {
  for (let nth = 0; nth < MOST_QUEUED; nth += 1) requestedRun(db, 'mumble', { remark: String(nth) }, asAdversary)
  expect(requestedRun(db, 'mumble')).toBe(MOST_QUEUED + 1)
})

test('runs that were attached and runs that were requested are numbered together', () => {
  const numbers = [
    attachedRun(db, 'mumble'),
    `#${requestedRun(db, 'mumble')}`,
    `#${requestedRun(db, 'gitea', {}, asAdversary)}`,
    attachedRun(db, 'gitea'),
    `#${requestedRun(db, 'mumble', { phase: 'canon' })}`,
  ]
  expect(numbers).toEqual(['#1', '#2', '#3', '#4', '#5'])
})

test('the queue is first come, first served, over all phases; what is over has left it', () => {
  const [first, second, third] = [
    requestedRun(db, 'mumble'),
    requestedRun(db, 'mumble', { phase: 'canon' }, asAdversary),
    requestedRun(db, 'gitea'),
  ]
  begunRun(db, first)
  expect(listRunsNotOver(db, 'cc-ci').map(({ number }) => number)).toEqual([first, second, third])
  endedRunOf(db, first)
  must(cancelRun(db, asBuilder({ phase, run: third, reason: 'Not needed.' })))
  expect(listRunsNotOver(db).map(({ number }) => number)).toEqual([second])
  expect(listRequestedRuns(db, phase).map(({ number, step }) => [number, step])).toEqual([
    [first, 'ended'],
    [third, 'dropped'],
  ])
  expect(listRequestedRuns(db, phase, 'gitea')).toHaveLength(1)
})

describe('cancelling', () => {
  const cancelled = (run: number, as = asBuilder, of = phase) => cancelRun(db, as({ phase: of, run, reason: 'Wrong.' }))

  test('a run that waits takes it out of the queue; it is no evidence', () => {
    const run = requestedRun(db, 'mumble')
    must(cancelled(run))
    expect(requestOf(db, run)).toMatchObject({ step: 'dropped', droppedReason: 'Wrong.', overAt: expect.any(String) })
    expect(listEvents(db, { kinds: ['run.dropped', 'run.cancel-asked'] }, 9)).toMatchObject([{ kind: 'run.dropped' }])
  })
  test('a run that has started asks for its end, and it goes on until that was reached', () => {
    const run = requestedRun(db, 'mumble')
    begunRun(db, run)
    must(cancelled(run))
    expect(requestOf(db, run)).toMatchObject({ step: 'started', cancelReason: 'Wrong.', overAt: null })
    expect(listRunsNotOver(db)).toHaveLength(1)
  })
  test('another side’s is for the Operator, whose host it is', () => {
    const run = requestedRun(db, 'mumble', {}, asAdversary)
    must(cancelled(run, asOperator))
    expect(requestOf(db, run).step).toBe('dropped')
  })
  const NOTHING = () => {}
  const started = (run: number) => begunRun(db, run)
  const ended = (run: number) => begunRun(db, run) && endedRunOf(db, run)
  const dropped = (run: number) => droppedRun(db, run, 'Local changes.', USUAL_TIME)
  const beingCancelled = (run: number) => begunRun(db, run) && must(cancelled(run))
  type Row = [
    words: string,
    before: (run: number) => unknown,
    given: (run: number) => Parameters<typeof cancelled>,
    why: string,
    says: string,
  ]
  test.each<Row>([
    ['a run of the other side', NOTHING, (run) => [run, asAdversary], 'not_your_run', 'Only the side that requested'],
    ['also once it has started', started, (run) => [run, asAdversary], 'not_your_run', 'Only the side that requested'],
    ['a run that nobody requested', NOTHING, () => [99], 'no_such_run', 'No run #99 was requested in this phase.'],
    ['a run of another phase', NOTHING, (run) => [run, asBuilder, 'canon'], 'no_such_run', 'No run #1 was requested'],
    ['a run that was attached', () => attachedRun(db, 'mumble'), () => [2], 'no_such_run', 'No run #2 was requested'],
    ['a run that never started and is over', dropped, (run) => [run], 'over', 'Run #1 is over already.'],
    ['a run that has ended', ended, (run) => [run], 'over', 'Run #1 is over already.'],
    ['one that is being cancelled', beingCancelled, (run) => [run, asOperator], 'cancelled_already', 'Run #1 is being'],
  ])('is refused, and nothing written: %s', (_, before, given, reason, sentence) => {
    const run = requestedRun(db, 'mumble')
    before(run)
    const refusal = refusalOf(db, () => cancelled(...given(run)))
    expect(refusal.reason).toBe(reason)
    expect(refusal.sentence).toContain(sentence)
  })
})
