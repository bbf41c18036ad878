import { expect, test } from 'vitest'
import { readCancelled } from './read-cancelled.ts'
import { readArtifacts, readRefs, readRuns } from './read-lists.ts'
import { readProbe } from './read-probe.ts'
import { readDiagnosisExit, readRefusal } from './read-refusal.ts'
import { readRunStatus } from './read-run-status.ts'
import { readStarted, type StartRequest, writeStart } from './start.ts'

const COMMIT = '8c9d2e11f0a94b7c8c9d2e11f0a94b7c8c9d2e11'
const BOOT = '4041e2ed-0d65-4d92-896e-6b688ac8be07'
const PROBE = `protocol 1
host cc-ci
role adversary
boot ${BOOT}
time 1781742682123
uptime 400000
cores 4
load 0.80 0.71 0.66
lock free
deadline 4500
log-cap 268435456
`
const STATUS = `state ended
rc 0
bytes 812
sha256 ${'ab'.repeat(32)}
boot ${BOOT}
now-boot ${BOOT}
time 1781742690000
started 1781742600000
ended 1781742682000
`

const sentenceOf = (read: { ok: true } | { ok: false; refusal: { sentence: string } }) =>
  read.ok ? null : read.refusal.sentence

test('a probe is read in milliseconds, numbers and lists', () => {
  const more = `psi cpu some 12
psi io full 0
failed-unit backup.service
disk / 71 5000000000
disk /var/lib/docker 80 1
service traefik_app 1/1 (max 1 per node)
stack traefik
volume traefik_certs
in-flight pid 12 cc-ci-run runner/run_recipe_ci.py
sweep 1781924400
recipe mumble
profile alone nothing else runs
profile warm
diagnosis docker-service-ls docker service ls
harness ${COMMIT} dirty
wrong flock is missing
`
  expect(readProbe(PROBE.replace('lock free', 'lock held pid 12 sh') + more)).toMatchObject({
    ok: true,
    value: {
      ...{ host: 'cc-ci', bootId: BOOT, atMs: 1_781_742_682_123, uptimeMs: 400_000_000, cores: 4 },
      load: { one: 0.8, five: 0.71, fifteen: 0.66 },
      psi: [
        { resource: 'cpu', kind: 'some', totalUs: 12 },
        { resource: 'io', kind: 'full', totalUs: 0 },
      ],
      failedUnits: ['backup.service'],
      disks: [{ path: '/', usedPercent: 71, freeBytes: 5_000_000_000 }, { path: '/var/lib/docker' }],
      services: [{ name: 'traefik_app', replicas: '1/1 (max 1 per node)' }],
      ...{ stacks: ['traefik'], volumes: ['traefik_certs'], lock: { held: true, holder: 'pid 12 sh' } },
      ...{ inFlight: ['pid 12 cc-ci-run runner/run_recipe_ci.py'], nextSweepAtMs: 1_781_924_400_000 },
      profiles: [
        { name: 'alone', words: 'nothing else runs' },
        { name: 'warm', words: '' },
      ],
      diagnoses: [{ name: 'docker-service-ls', command: 'docker service ls' }],
      ...{ harness: { commit: COMMIT, clean: false }, wrong: ['flock is missing'], deadlineMs: 4_500_000 },
    },
  })
})

test('a probe of a host that has nothing has empty lists', () => {
  expect(readProbe(PROBE)).toMatchObject({
    ok: true,
    value: { services: [], wrong: [], harness: null, nextSweepAtMs: null },
  })
})

test.each([
  ['nothing at all', '', 'it does not say “protocol”'],
  ['another protocol', PROBE.replace('protocol 1', 'protocol 2'), 'its line “protocol” is not written as one'],
  ['no boot id', PROBE.replace(/boot .*\n/, ''), 'it does not say “boot”'],
  ['two boot ids', `${PROBE}boot other\n`, 'it says “boot” 2 times'],
  ['a role that it made up', PROBE.replace('adversary', 'root'), 'its line “role” is not written as one'],
  ['a time that is no number', PROBE.replace('1781742682123', 'now'), 'its line “time” is not written as one'],
  ['a harness without state', `${PROBE}harness ${COMMIT}\n`, 'its line “harness” is not written as one'],
  ['a disk of words', `${PROBE}disk / much\n`, 'its line “disk” is not written as one'],
])('a probe with %s is refused', (_, text, trouble) => {
  expect(sentenceOf(readProbe(text))).toBe(`What the host says of itself cannot be read: ${trouble}.`)
})

test('lines that a newer script may add are passed over, and control characters dropped', () => {
  const read = readProbe(`${PROBE}colour blue\n\nwrong a\u0000b\u001b[31m\ufffd\nwrong ${'x'.repeat(500)}\n`)
  expect(read.ok && read.value.wrong).toEqual(['ab[31m\ufffd', `${'x'.repeat(199)}…`])
})

test('the status of an ended run is read', () => {
  const more = `cause capped
profile load
psi-since 1781742610000
recipe-commit ${COMMIT} clean
harness-commit ${COMMIT} dirty
left process 12 sleep 60, ended by gatehouse
left stack mumble
overlap stack other
psi cpu some 400
load-max 3.10
load-profile 1781742601000 - 8 CPU workers
artifact log 812
artifact junit/install.xml 5
`
  expect(readRunStatus(STATUS.replace('rc 0', 'rc 125') + more)).toMatchObject({
    ok: true,
    value: {
      ...{
        state: 'ended',
        rc: 125,
        cause: 'capped',
        bytes: 812,
        startedAtMs: 1_781_742_600_000,
        endedAtMs: 1_781_742_682_000,
      },
      ...{ profile: 'load', psiSinceMs: 1_781_742_610_000 },
      ...{ recipe: { commit: COMMIT, clean: true }, harness: { commit: COMMIT, clean: false }, loadMax: 3.1 },
      left: ['process 12 sleep 60, ended by gatehouse', 'stack mumble'],
      ...{ overlap: ['stack other'], psi: [{ resource: 'cpu', kind: 'some', totalUs: 400 }] },
      loadProfile: { startedAtMs: 1_781_742_601_000, endedAtMs: null, words: '8 CPU workers' },
      artifacts: [{ name: 'log', bytes: 812 }, { name: 'junit/install.xml' }],
    },
  })
})

test('an older script says neither the profile nor since when pressure was counted', () => {
  expect(readRunStatus(STATUS)).toMatchObject({ ok: true, value: { profile: null, psiSinceMs: null } })
})

test('a run that died has no exit code, whatever else is said', () => {
  expect(readRunStatus(STATUS.replace('state ended', 'state died'))).toMatchObject({
    ok: true,
    value: { state: 'died', rc: null },
  })
})

test.each([
  ['ended without an exit code', STATUS.replace('rc 0\n', ''), 'it does not say “rc”'],
  [
    'is in a state that nobody knows',
    STATUS.replace('state ended', 'state green'),
    'its line “state” is not written as one',
  ],
  ['ended for a cause that nobody knows', `${STATUS}cause bored\n`, 'its line “cause” is not written as one'],
  ['has a hash that is none', STATUS.replace('abab', 'xyxy'), 'its line “sha256” is not written as one'],
])('the status of a run that %s is refused', (_, text, trouble) => {
  expect(sentenceOf(readRunStatus(text))).toBe(`What the host says of the run cannot be read: ${trouble}.`)
})

test('the runs on a host come newest first, those without a time last', () => {
  const read = readRuns(`run a - - no-results\nrun 753 1781742600 mumble results\nrun m2rr 1781742682 gitea results\n`)
  expect(read.ok && read.value.map(({ name, finishedAtMs }) => [name, finishedAtMs])).toEqual([
    ['m2rr', 1_781_742_682_000],
    ['753', 1_781_742_600_000],
    ['a', null],
  ])
  expect(sentenceOf(readRuns('run ../x - - results\n'))).toContain('cannot be read')
})

test('references keep the host’s order', () => {
  expect(readRefs(`ref ${COMMIT} main\nref ${COMMIT} pull/4/head\n`)).toMatchObject({
    value: [{ name: 'main' }, { name: 'pull/4/head' }],
  })
  expect(sentenceOf(readRefs('ref abc main\n'))).toContain('cannot be read')
})

test('artifacts have a name and a size', () => {
  expect(readArtifacts('artifact log 12\n')).toEqual({ ok: true, value: [{ name: 'log', bytes: 12 }] })
  expect(sentenceOf(readArtifacts('artifact log much\n'))).toContain('cannot be read')
})

const REQUEST: StartRequest = {
  ...{ recipe: 'mumble', recipeCommit: COMMIT, profile: 'alone' },
  ...{ harnessCommit: null, pullRequest: null, promote: null, deadlineMs: null },
}

test('a start request says only what it has, and its end', () => {
  expect(writeStart(REQUEST)).toBe(`recipe mumble\ncommit ${COMMIT}\nprofile alone\nend\n`)
  const whole = { ...REQUEST, harnessCommit: COMMIT, pullRequest: 4, promote: { from: '1', to: '2' }, deadlineMs: 1500 }
  expect(writeStart(whole)).toContain(`harness ${COMMIT}\npr 4\nfrom 1\nto 2\ndeadline 2\nend\n`)
})

test('a start is told from one that had been started before', () => {
  expect(readStarted(`started g31-0123abcd\nboot ${BOOT}\ntime 12\npid 7\n`)).toEqual({
    ok: true,
    value: { outcome: 'started', runId: 'g31-0123abcd', bootId: BOOT, atMs: 12, pid: 7 },
  })
  expect(readStarted('exists g31-0123abcd\n')).toEqual({ ok: true, value: { outcome: 'known', runId: 'g31-0123abcd' } })
  expect(sentenceOf(readStarted('started everything\n'))).toContain('cannot be read')
})

test('a cancellation is told from one that came too late', () => {
  expect(readCancelled('cancelled g1-0123abcd\nsignalled 3\nkilled 1\nleft stack a\n')).toMatchObject({
    value: { outcome: 'cancelled', signalled: 3, killed: 1, left: ['stack a'] },
  })
  expect(readCancelled('ended g1-0123abcd\n')).toMatchObject({ value: { outcome: 'ended' } })
  expect(sentenceOf(readCancelled('done\n'))).toContain('cannot be read')
})

test.each([
  [2, 'this host takes no such recipe\n', '', 'malformed', 'This host takes no such recipe.', null],
  [3, '', '', 'unknown', 'The host knows nothing of that name.', null],
  [
    4,
    'this host carries out another run\n',
    'busy pid 12 sh x\n',
    'busy',
    'This host carries out another run.',
    'pid 12 sh x',
  ],
  [5, 'is the disk full?\n', '', 'cannot_start', 'Is the disk full?', null],
  [6, 'the host file cannot be read\n', '', 'installation', 'The host file cannot be read.', null],
  [
    127,
    'sh: 1: gatehouse-host: not found\n',
    '',
    'installation',
    'gatehouse-host is not installed on the host as it should be, or the key does not run it.',
    null,
  ],
  [1, '', '', 'failed', 'The host did not answer as gatehouse-host does.', null],
  [null, '', '', 'failed', 'The host did not answer as gatehouse-host does.', null],
])('exit code %s with “%s” is a refusal in a sentence', (code, err, out, reason, sentence, holder) => {
  expect(readRefusal(code, err, out)).toMatchObject({ reason, sentence, holder })
})

test('a diagnosis says how its command ended, or nothing', () => {
  expect(readDiagnosisExit('warning\nexit 3\n')).toBe(3)
  expect(readDiagnosisExit('exit 3\nmore\n')).toBeNull()
})

test.each([
  ['a load with three decimals', 'load 0.80', 'load 0.801'],
  ['an uptime that is no time', 'uptime 400000', 'uptime 4000000000000'],
])('what could not be recorded is refused when it is read: %s', (_, said, odd) => {
  expect(PROBE).toContain(said)
  expect(readProbe(PROBE.replace(said, odd)).ok).toBe(false)
})
