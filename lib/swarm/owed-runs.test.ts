import { describe, expect, test } from 'vitest'
import { recordOf, START, type Step } from '#lib/testing/record-of.ts'
import { claimed, classified, reading, run, theAdversary } from '#lib/testing/steps.ts'
import { owedChecks } from './owed-runs.ts'
import type { RequestedRun } from './requested-run.ts'
import type { RunRequest } from './run-request.ts'

const COMMIT = '0a1b'.repeat(10)
const NOW = new Date('2026-06-18T06:00:00Z')
const at = { recipeCheckout: { commit: COMMIT, clean: true } }

const REQUEST: RunRequest = {
  ...{ host: 'cc-ci', recipe: 'mumble', recipeVersion: null, commit: COMMIT, ref: 'main', harness: null },
  ...{ harnessRef: null, profile: 'alone', pullRequest: null, from: null, to: null, afterClaimOn: null, remark: '' },
}
const queuedRun = (different: Partial<RequestedRun> = {}): RequestedRun => ({
  ...{ number: 9, phase: 'redfix', failure: 'mumble', host: 'cc-ci', request: REQUEST, requestedAt: START },
  ...{ requestedBy: { person: 'ada', role: 'adversary' }, requestedSeq: 7, step: 'queued', started: null },
  ...{ startedSeq: null, cancelReason: null, droppedReason: null, overAt: null },
  ...different,
})

const owed = (steps: Step[], notOver: RequestedRun[] = []) => {
  const facts = recordOf(...steps)
  const [m1] = facts.gates
  if (m1 === undefined) throw new Error('There is no M1.')
  return owedChecks(facts, m1, notOver, NOW)
}
const restsOnARun = [run('mumble', at), classified('mumble', { cites: ['#1'] })]
const restsOnCode = [reading('gitea'), classified('gitea', { cites: ['code-1'] })]
const CLAIM = [...restsOnARun, ...restsOnCode, claimed()]

describe('the Adversary owes', () => {
  test('a cold run where the claim rests on one, a reading where it is static', () => {
    expect(owed(CLAIM).map(({ failure, run: asked, words }) => [failure, asked?.commit ?? null, words])).toEqual([
      ['mumble', COMMIT, 'a cold run alone, the commit of #1'],
      ['gitea', null, 'your own reading of code or observation'],
    ])
  })
  test('a warm advance, asked for by hand, where the claim rests on one: which versions it goes between no run says', () => {
    const promoted = [
      run('mumble', { ...at, condition: 'promote', deployment: 'warm' }),
      classified('mumble', { cites: ['#1'] }),
    ]
    expect(owed([...promoted, ...restsOnCode, claimed()])[0]).toMatchObject({
      ...{ failure: 'mumble', run: null, queued: null },
      words: 'a warm advance: ask for it on the page of the failure, with the versions it goes between',
    })
  })
  test('nothing more on a failure with an own check', () => {
    expect(owed([...CLAIM, run('mumble', at, theAdversary)]).map(({ failure }) => failure)).toEqual(['gitea'])
  })
  test('before the claim what a claim as things stand would ask', () => {
    expect(owed([...restsOnARun, ...restsOnCode]).map(({ failure }) => failure)).toEqual(['mumble', 'gitea'])
  })
  test('a run for as long as earlier ones took', () => {
    const took = { startedAt: '2026-06-17T23:00:00Z', endedAt: '2026-06-17T23:04:00Z' }
    const steps = [
      run('mumble', { ...at, ...took }),
      classified('mumble', { cites: ['#1'] }),
      ...restsOnCode,
      claimed(),
    ]
    expect(owed(steps)[0]?.lengthMs).toBe(240_000)
  })
})

test.each<[string, Partial<RequestedRun>, number | null]>([
  ['the same one of the Adversary’s is', {}, 9],
  ['one of the Builder’s is not', { requestedBy: { person: 'bob', role: 'builder' } }, null],
  ['one of another phase is not', { phase: 'canon' }, null],
  ['one under load is not', { request: { ...REQUEST, profile: 'load' } }, null],
  ['one of another commit is not', { request: { ...REQUEST, commit: 'f'.repeat(40) } }, null],
  ['one with another harness is not', { request: { ...REQUEST, harness: 'f'.repeat(40) } }, null],
])('of what is queued already, %s', (_, different, number) => {
  expect(owed(CLAIM, [queuedRun(different)])[0]?.queued).toBe(number)
})
