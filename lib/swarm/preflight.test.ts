import { describe, expect, test } from 'vitest'
import { aProbe } from '#lib/testing/a-probe.ts'
import { leftovers, preflight } from './preflight.ts'

const ALONE = { profile: 'alone', recipe: 'mumble', harness: null } as const
const MINUTE_MS = 60_000
const inMinutes = (minutes: number) => ({ nextSweepAtMs: aProbe().atMs + minutes * MINUTE_MS })
const full = (usedPercent: number) => ({ disks: [{ path: '/', usedPercent, freeBytes: 1 }] })

test('a quiet host blocks nothing and has nothing odd', () => {
  expect(preflight(aProbe(), ALONE)).toEqual({ blocks: [], suspicions: [] })
})

describe('isolation is impossible, and the run waits', () => {
  test.each([
    [
      'something is wrong with the installation',
      { wrong: ['There is no git.'] },
      'cc-ci is not set up right: There is no git.',
    ],
    [
      'a run holds the lock',
      { lock: { held: true, holder: 'g7-0a1b2c3d' } },
      'A run is in flight on cc-ci: g7-0a1b2c3d.',
    ],
    [
      'somebody unseen holds it',
      { lock: { held: true, holder: null } },
      'A run is in flight on cc-ci: somebody holds the lock.',
    ],
    [
      'something holds it that the host cannot see',
      { lock: { held: true, holder: 'pid 0 that cannot be seen' } },
      'A run is in flight on cc-ci: something that cannot be seen holds the lock.',
    ],
    [
      'the harness runs by hand',
      { inFlight: ['pid 41 run_recipe_ci.py gitea'] },
      'The harness is at work on cc-ci, not started from here: pid 41 run_recipe_ci.py gitea.',
    ],
    ['a stack is left over', { stacks: ['proxy', 'gitea'] }, '1 stack left over: gitea.'],
    ['two stacks are', { stacks: ['proxy', 'a', 'b'] }, '2 stacks left over: a, b.'],
    ['the recipe is not offered', { recipes: ['gitea'] }, 'cc-ci does not offer the recipe mumble.'],
    ['the profile is not offered', { profiles: [] }, 'cc-ci offers no run alone.'],
    ['a disk is at 95 %', full(95), 'A disk of cc-ci is 95 % full.'],
    ['a sweep begins in nine minutes', inMinutes(9), 'The next sweep begins at 00:19Z.'],
  ])('%s', (_, different, sentence) => {
    expect(preflight(aProbe(different), ALONE).blocks).toEqual([sentence])
  })
})

describe('odd, and recorded with the run', () => {
  test.each([
    ['a failed unit', { failedUnits: ['backup.service'] }, '1 unit failed: backup.service.'],
    ['a volume left over', { volumes: ['proxy_certs', 'gitea_data'] }, '1 volume left over: gitea_data.'],
    ['a disk at 80 %, from where the harness prunes', full(80), 'A disk is 80 % full.'],
    [
      'more load than cores',
      { load: { one: 4.1, five: 1, fifteen: 1 } },
      'The load was 4.1 on 4 cores before anything started.',
    ],
    ['booted just now', { uptimeMs: 2 * MINUTE_MS }, 'The host was booted 2m 00s before.'],
    ['a sweep before the deadline', inMinutes(59), 'A sweep begins at 01:09Z, before the deadline of this run.'],
    [
      'local changes in the harness',
      { harness: { commit: 'a'.repeat(40), clean: false } },
      'The harness on the host has local changes.',
    ],
  ])('%s', (_, different, sentence) => {
    expect(preflight(aProbe(different), ALONE)).toEqual({ blocks: [], suspicions: [sentence] })
  })
})

test.each([
  ['a disk at 79 %', full(79), ALONE],
  ['as much load as cores', { load: { one: 4, five: 4, fifteen: 4 } }, ALONE],
  ['a sweep at the deadline', inMinutes(60), ALONE],
  ['a sweep that has begun', inMinutes(-1), ALONE],
  [
    'local changes in a harness that is not used',
    { harness: { commit: 'a'.repeat(40), clean: false } },
    { ...ALONE, harness: 'b'.repeat(40) },
  ],
])('nothing is said of %s', (_, different, request) => {
  expect(preflight(aProbe(different), request)).toEqual({ blocks: [], suspicions: [] })
})

test.each([
  ['a name', ['traefik'], ['traefik', 'traefik_data'], []],
  ['a pattern, as the host file has it', ['warm-*'], ['warm-gitea', 'gitea-warm'], ['gitea-warm']],
  ['a sign that no pattern has', ['a.b', '['], ['axb', 'a.b'], ['axb']],
])('the baseline is read as the host reads it: %s', (_, baselineStacks, stacks, left) => {
  expect(leftovers(aProbe({ baselineStacks, stacks })).stacks).toEqual(left)
})
