import type { Classification } from './deeds.ts'
import type { TypedFix, TypedRun } from './fixing-deeds.ts'

/** The phase redfix as its people type it (DOMAIN 5); what no source shows is made up, and no test rests on it. */
export const FAILURES = ['discourse', 'mattermost-lts', 'mumble', 'bluesky-pds', 'gitea', 'keycloak'] as const

const ALL_PASS = {
  lint: 'pass',
  install: 'pass',
  upgrade: 'pass',
  backup: 'pass',
  restore: 'pass',
  custom: 'pass',
} as const
const PROMOTED = { install: 'pass', upgrade: 'pass' } as const
const NOT_PROMOTED = { install: 'pass', upgrade: 'fail' } as const
const BUSY = { ...ALL_PASS, custom: 'fail' } as const

/** Ten minutes apart, so that no two are the same run. */
const at = (index: number): string =>
  new Date(Date.parse('2026-06-17T23:30:00Z') + index * 600_000).toISOString().slice(0, 16).replace('T', ' ')
const inOrder = (from: number, runs: Omit<TypedRun, 'start'>[]): TypedRun[] =>
  runs.map((run, index) => ({ ...run, start: at(from + index) }))
const times = (count: number, run: Omit<TypedRun, 'start'>) => Array.from({ length: count }, () => run)

const green = (failure: string) => ({ failure, outcome: 'green', tiers: ALL_PASS }) as const
const busy = (failure: string) => ({ failure, condition: 'under load', outcome: 'red', tiers: BUSY }) as const
const stuck = (failure: string) => ({ failure, condition: 'promote', outcome: 'red', tiers: NOT_PROMOTED }) as const

/** The Builder's runs before M1. */
export const RUNS: TypedRun[] = inOrder(0, [
  { failure: 'discourse', outcome: 'red', tiers: { ...ALL_PASS, upgrade: 'fail' } },
  ...times(2, { failure: 'mattermost-lts', outcome: 'red', tiers: { ...ALL_PASS, restore: 'fail' } }),
  ...times(3, green('mumble')),
  ...times(3, busy('mumble')),
  ...times(2, stuck('bluesky-pds')),
  ...times(2, stuck('gitea')),
])

export const CAUSES: Classification[] = [
  {
    ...{ failure: 'discourse', behaviour: 'always red', place: 'stale test', cites: ['#1', 'code-1'] },
    cause: 'The overlay test asks for the official image, true only on an unreleased pull request.',
    plain: 'The app was fine; an outdated test was wrong about it.',
  },
  {
    ...{ failure: 'mattermost-lts', behaviour: 'always red', place: 'recipe', cites: ['#2', '#3', 'code-2'] },
    cause: 'It backs up the hot data directory and has no restore hook.',
    plain: 'Restoring a backup loses data.',
  },
  {
    ...{
      failure: 'mumble',
      behaviour: 'flaky under load',
      place: 'recipe',
      cites: ['#4', '#5', '#6', '#7', '#8', '#9'],
    },
    cause: 'The handshake gives up when the host is busy.',
    plain: 'Fails only when the server is busy.',
  },
  {
    ...{ failure: 'bluesky-pds', behaviour: 'always red', place: 'recipe', cites: ['#10', '#11', 'obs-1'] },
    cause: 'The alias app collides on the shared proxy network.',
    plain: 'Two apps answer to the same internal name.',
  },
  {
    ...{ failure: 'gitea', behaviour: 'always red', place: 'recipe', cites: ['#12', '#13', 'code-3'] },
    cause: 'app.ini is mounted read-only, so the secret cannot be saved.',
    plain: 'The upgrade cannot write its settings file.',
  },
  {
    ...{ failure: 'keycloak', behaviour: 'always red', place: 'warm machinery', cites: ['code-4'] },
    cause: 'Its canonical domain equals the live provider’s.',
    plain: 'Its test address is the one the live service uses.',
  },
]

/** The Adversary's own runs after M1 was claimed. */
export const OWN_CHECKS: TypedRun[] = inOrder(20, [
  { failure: 'discourse', outcome: 'red', tiers: { ...ALL_PASS, upgrade: 'fail' } },
  { failure: 'mattermost-lts', outcome: 'red', tiers: { ...ALL_PASS, restore: 'fail' } },
  green('mumble'),
  stuck('bluesky-pds'),
  stuck('gitea'),
])

const PASSES_ONLY = 'This recipe has no warm name.'
export const FIXES: TypedFix[] = [
  {
    ...{ failure: 'discourse', kind: 'recipe pull request', pullRequest: '4', head: 'd4d4d4d4' },
    ...{ changes: 'The official image; sidekiq is dropped.', nothingPromoted: PASSES_ONLY },
  },
  {
    ...{ failure: 'mattermost-lts', kind: 'recipe pull request', pullRequest: '1', head: 'a1a1a1a1' },
    ...{ changes: 'Backs up the dump only, restores from it.', nothingPromoted: PASSES_ONLY },
  },
  {
    ...{ failure: 'mumble', kind: 'stabilisation', pullRequest: '2', head: 'b2b2b2b2' },
    ...{ changes: 'The handshake waits for ten seconds.', nothingPromoted: PASSES_ONLY },
  },
  {
    ...{ failure: 'bluesky-pds', kind: 'recipe pull request', pullRequest: '5', head: 'c5c5c5c5' },
    ...{ changes: 'A unique service name.', nothingPromoted: null },
  },
  {
    ...{ failure: 'gitea', kind: 'recipe pull request', pullRequest: '3', head: 'c3c3c3c3' },
    ...{ changes: 'app.ini is a copy that can be written.', nothingPromoted: null },
  },
  {
    ...{ failure: 'keycloak', kind: 'harness change', pullRequest: '9', head: 'a9a9a9a9' },
    ...{
      changes: 'A domain of its own for the canonical.',
      nothingPromoted: 'It is out of the sweep until this is merged.',
    },
  },
]

const fixed = (failure: string, pullRequest: string, recipeCommit: string) =>
  ({ ...green(failure), pullRequest, recipeCommit }) as const
const promoted = (failure: string, recipeCommit: string) =>
  ({ failure, condition: 'promote', outcome: 'green', tiers: PROMOTED, recipeCommit }) as const

const OF_ONE_SIDE: Omit<TypedRun, 'start'>[] = [
  fixed('discourse', '4', 'd4d4d4d4'),
  fixed('mattermost-lts', '1', 'a1a1a1a1'),
  fixed('bluesky-pds', '5', 'c5c5c5c5'),
  promoted('bluesky-pds', 'c5c5c5c5'),
  fixed('gitea', '3', 'c3c3c3c3'),
  promoted('gitea', 'c3c3c3c3'),
  { ...green('keycloak'), harnessCommit: 'a9a9a9a9' },
]
const steady = { ...green('mumble'), condition: 'under load', recipeCommit: 'b2b2b2b2' } as const

/** The Builder's runs at the heads of the fixes. */
export const RUNS_OF_FIXES: TypedRun[] = inOrder(60, [...OF_ONE_SIDE, ...times(3, steady)])
/** The Adversary's, after M2 was claimed. */
export const OWN_FIX_CHECKS: TypedRun[] = inOrder(80, [...OF_ONE_SIDE, steady])
