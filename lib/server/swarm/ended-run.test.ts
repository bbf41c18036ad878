import { expect, test } from 'vitest'
import { ok } from '#lib/result.ts'
import type { RunResults } from '#lib/runs/results/read-results.ts'
import type { HostRunStatus } from '#lib/swarm/protocol/run-status.ts'
import { aHostRun, aProbe } from '#lib/testing/a-probe.ts'
import { tiersOf } from '#lib/testing/a-run.ts'
import { type EndOfRun, endedRunOf } from './ended-run.ts'
import { NO_FILES } from './fetch-run-files.ts'

const COMMIT = '5'.repeat(40)
const HARNESS = '6'.repeat(40)
const HASH = 'a'.repeat(64)
const BEGUN = Date.parse('2026-06-18T00:30:00.000Z')
const SKEW_MS = 2_000

const results = ok<RunResults>({
  ...{ schema: 2, recipe: 'mumble', version: '1.0.1', pr: 4, ref: null, runId: 'g31', finishedAt: null, level: 4 },
  ...{ levelCapReason: null, cleanTeardown: true, noSecretLeak: true, skips: null, rulesFailed: ['R011'] },
  tiers: tiersOf({ lint: 'fail', install: 'pass', custom: 'pass' }),
})
const log = { file: { name: 'g31-aaaaaaaa.log', sha256: HASH, size: 9 }, whole: true, words: '' }

/** Run #31, green after ten minutes; name what is different. */
function anEnd(different: Partial<EndOfRun> = {}): EndOfRun {
  const before = aProbe({ host: 'cc-ci' })
  const request = {
    ...{
      host: 'cc-ci',
      recipe: 'mumble',
      recipeVersion: '1.0.0',
      commit: COMMIT,
      ref: 'main',
      profile: 'alone' as const,
    },
    ...{
      harness: null,
      harnessRef: null,
      pullRequest: null,
      from: null,
      to: null,
      afterClaimOn: null,
      remark: 'Again.',
    },
  }
  return {
    run: {
      ...{ number: 31, phase: 'redfix', failure: 'mumble', host: 'cc-ci', request, step: 'started', startedSeq: 8 },
      requestedBy: { person: 'ada', role: 'adversary' },
      ...{ requestedAt: '2026-06-18T00:29:00.000Z', requestedSeq: 7, started: null },
      ...{ cancelReason: null, droppedReason: null, overAt: null },
    },
    started: {
      ...{ run: 31, hostRunId: 'g31-aaaaaaaa', boot: before.bootId, startedAt: new Date(BEGUN).toISOString() },
      ...{ skewMs: SKEW_MS, before, suspicions: ['A unit failed.'] },
    },
    startedSeq: 8,
    status: aHostRun({
      ...{ startedAtMs: BEGUN, endedAtMs: BEGUN + 600_000, recipe: { commit: COMMIT, clean: true } },
      harness: { commit: HARNESS, clean: true },
    }),
    lostBecause: null,
    log,
    files: { ...NO_FILES, results: { name: 'results.json', sha256: HASH, size: 3 }, reading: results },
    after: before,
    lastByteAt: BEGUN + 599_000 - SKEW_MS,
    deadlineAt: BEGUN + 3_600_000 - SKEW_MS,
    pressureCounts: true,
    ...different,
  }
}

test('a run is what the host says and what its files say', () => {
  const run = endedRunOf(anEnd())
  expect(run).toMatchObject({
    ...{ number: 31, conclusion: 'green', condition: 'alone', deployment: 'cold', recipe: 'mumble', host: 'cc-ci' },
    ...{ recipeVersion: '1.0.1', pullRequest: 4, level: 4, schema: 2, remark: 'Again.', log: log.file },
    recipeCheckout: { commit: COMMIT, clean: true },
    testCheckout: { commit: HARNESS, clean: true },
    harnessCheckout: { commit: HARNESS, clean: true },
    ...{ startedAt: '2026-06-18T00:30:00.000Z', endedAt: '2026-06-18T00:40:00.000Z' },
  })
  expect(run.tiers.find(({ name }) => name === 'lint')?.tests).toEqual([{ name: 'R011', status: 'fail', ms: null }])
  expect(run.supervised).toMatchObject({
    ...{ hostRunId: 'g31-aaaaaaaa', profile: 'alone', ref: 'main', begunSeq: 8, skewMs: SKEW_MS },
    requestedBy: { person: 'ada', role: 'adversary', seq: 7 },
    exit: { code: 0, cause: null, words: 'Exit 0, and every tier passed.' },
    suspicions: ['A unit failed.'],
    deadlineAt: '2026-06-18T01:30:00.000Z',
  })
})

test.each<[string, Partial<EndOfRun>, string, RegExp]>([
  [
    'a log that is not the host’s',
    { log: { ...log, whole: false, words: 'It is not whole.' } },
    'unver',
    /It is not whole\.$/,
  ],
  [
    'a file that was not taken',
    { files: { ...NO_FILES, troubles: ['results.json is too large.'] } },
    'unver',
    /too large\.$/,
  ],
  [
    'a host that knows it no more',
    { status: null, lostBecause: 'Its folder is gone.' },
    'lost',
    /^Its folder is gone\.$/,
  ],
  ['a host that answers too late', { lostBecause: 'The host did not answer.' }, 'lost', /^The host did not answer\.$/],
  [
    'a killed run',
    { status: aHostRun({ state: 'died', rc: null, startedAtMs: BEGUN, endedAtMs: null }) },
    'lost',
    /killed\.$/,
  ],
])('%s makes nothing green', (_, different, conclusion, words) => {
  const run = endedRunOf(anEnd(different))
  expect(run.conclusion).toBe(conclusion)
  expect(run.supervised?.exit.words).toMatch(words)
})

test('a run that was lost ended with its last sign of life, by the host’s clock', () => {
  const lost = { status: null, lostBecause: 'Its folder is gone.' }
  expect(endedRunOf(anEnd(lost)).endedAt).toBe('2026-06-18T00:39:59.000Z')
  expect(endedRunOf(anEnd({ ...lost, lastByteAt: null })).endedAt).toBe('2026-06-18T00:30:00.000Z')
})

test('without results the version is the one that was asked for', () => {
  expect(endedRunOf(anEnd({ files: NO_FILES })).recipeVersion).toBe('1.0.0')
})

test('a run under load shows nothing where no load is on record that lasted to its end', () => {
  const request = { ...anEnd().run.request, profile: 'load' as const }
  const underLoad = (loadProfile: HostRunStatus['loadProfile']) =>
    endedRunOf(
      anEnd({
        run: { ...anEnd().run, request },
        status: aHostRun({ startedAtMs: BEGUN, endedAtMs: BEGUN + 600_000, loadProfile }),
        files: { ...NO_FILES, reading: results },
      }),
    ).conclusion
  expect(underLoad({ startedAtMs: BEGUN, endedAtMs: BEGUN + 600_000, words: '8 workers' })).toBe('green')
  expect(underLoad({ startedAtMs: BEGUN, endedAtMs: null, words: '8 workers' })).toBe('unver')
  expect(underLoad(null)).toBe('unver')
})
