import { describe, expect, test } from 'vitest'
import { aSupervision } from '#lib/testing/a-supervised-run.ts'
import { fixAttached, runOfFix } from '#lib/testing/fix-steps.ts'
import { recordOf, type Step } from '#lib/testing/record-of.ts'
import { claimed, classified, leftOut, reading, run, theAdversary, withdrawn } from '#lib/testing/steps.ts'
import { findOwnChecks } from './own-checks.ts'

/** Ada's run of mumble that Gatehouse started as event `begunSeq`, recorded when it had ended. */
const startedAt = (begunSeq: number, different: Parameters<typeof run>[1] = {}) =>
  run('mumble', { supervised: aSupervision({ begunSeq }), ...different }, theAdversary)
const fixRunStartedAt = (begunSeq: number) =>
  runOfFix('mumble', { supervised: aSupervision({ begunSeq }) }, theAdversary)

// The claim is event 4: the first event opens the phase.
const restsOnARun = [run('mumble'), classified('mumble', { cites: ['#1'] }), claimed()]
const restsOnCode = [reading('mumble'), classified('mumble', { cites: ['code-1'] }), claimed()]
const PRE_STAGING = (ref: string) => ` (${ref} had begun before it: pre-staging)`

type Row = [words: string, gate: string, steps: Step[], checks: string[], wants: string | null]
describe('a run that Gatehouse started is an own check by when it started', () => {
  test.each<Row>([
    ['begun after the claim, it counts', 'M1', [...restsOnARun, startedAt(5)], ['#2'], null],
    [
      'begun before the claim and ended after it, it is pre-staging',
      'M1',
      [...restsOnARun, startedAt(3)],
      [],
      `none yet: an own cold run of 1.0.0+v1.6.870-0 since the claim${PRE_STAGING('#2')}`,
    ],
    [
      'so it is where the claim is static',
      'M1',
      [...restsOnCode, startedAt(3)],
      [],
      `none yet: an own reading of code, observation or cold run since the claim${PRE_STAGING('#1')}`,
    ],
    ['where the claim is static, one begun after it counts', 'M1', [...restsOnCode, startedAt(5)], ['#1'], null],
    [
      'of a fix too',
      'M2',
      [fixAttached('mumble'), claimed('M2'), fixRunStartedAt(2)],
      [],
      `none yet: an own run cold at fee1600d since the claim${PRE_STAGING('#1')}`,
    ],
    [
      'one of a fix begun after it counts',
      'M2',
      [fixAttached('mumble'), claimed('M2'), fixRunStartedAt(4)],
      ['#1'],
      null,
    ],
    [
      'one that ended before the claim is pre-staging as before, and nothing more is said of it',
      'M1',
      [startedAt(1), run('mumble'), classified('mumble', { cites: ['#2'] }), claimed()],
      [],
      'none yet: an own cold run of 1.0.0+v1.6.870-0 since the claim',
    ],
    [
      'begun between two revisions, it counts for the second',
      'M1',
      [...restsOnARun, startedAt(5), claimed('M1', { mumble: 'New.' })],
      ['#2'],
      null,
    ],
    [
      'begun under a claim that was withdrawn, it counts when the gate is claimed again',
      'M1',
      [...restsOnARun, withdrawn(), startedAt(5), claimed()],
      ['#2'],
      null,
    ],
    [
      'contaminated, it is left out and counts for nothing',
      'M1',
      [...restsOnARun, startedAt(5), leftOut('#2')],
      [],
      'none yet: an own cold run of 1.0.0+v1.6.870-0 since the claim',
    ],
    [
      'cancelled, it shows nothing',
      'M1',
      [...restsOnARun, startedAt(5, { conclusion: 'cancelled' })],
      [],
      'none yet: an own cold run of 1.0.0+v1.6.870-0 since the claim',
    ],
  ])('%s', (_, gate, steps, refs, wants) => {
    const found = findOwnChecks(recordOf(...steps), gate, 'mumble', theAdversary.person)
    expect(found.checks.map(({ ref }) => ref)).toEqual(refs)
    if (wants !== null) expect(found.wants).toBe(wants)
  })
})

describe('seen before the claim', () => {
  const yesterday = { startedAt: '2026-06-17T20:00:00Z', endedAt: '2026-06-17T20:10:00Z' }
  test.each<[string, Step[], boolean]>([
    ['is what was attached, by the times stated for it', [run('mumble', yesterday, theAdversary)], true],
    ['never is what Gatehouse started since, however wrong the host’s clock', [startedAt(5, yesterday)], false],
    ['nor both together', [run('mumble', yesterday, theAdversary), startedAt(5, yesterday)], false],
  ])('%s', (_, steps, early) => {
    expect(findOwnChecks(recordOf(...restsOnARun, ...steps), 'M1', 'mumble').early).toBe(early)
  })
})
