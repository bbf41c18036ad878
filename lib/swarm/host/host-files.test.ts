import { execFileSync, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readResults } from '#lib/runs/results/read-results.ts'
import { readProbe } from '../protocol/read-probe.ts'
import { readRunStatus } from '../protocol/read-run-status.ts'

// The ready-made host files and the installation, with a docker and a cc-ci-run that only write down what they were asked.

const HERE = import.meta.dirname
const ROOT = mkdtempSync(join(tmpdir(), 'gatehouse-files-'))
const PATH = `${ROOT}/bin:${process.env.PATH}`
const git = (...args: string[]) =>
  execFileSync('git', ['-C', join(ROOT, 'mumble'), '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args])
let commit = ''

beforeAll(() => {
  mkdirSync(join(ROOT, 'bin'))
  mkdirSync(join(ROOT, 'mumble'))
  git('init', '-q', '-b', 'main')
  writeFileSync(join(ROOT, 'mumble', 'compose.yml'), 'services: {}\n')
  git('add', '.')
  git('commit', '-q', '-m', 'one')
  commit = git('rev-parse', 'HEAD').toString().trim()
  program('docker', `echo "$*" >>${ROOT}/asked; [ "$1 $2" != "stack services" ] || echo "app $(cat ${ROOT}/replicas)"`)
  program(
    'cc-ci-run',
    `echo "$RECIPE $CCCI_SKIP_FETCH $PR $VERSION $*"; ls "$ABRA_DIR/recipes"; mkdir "$CCCI_RUNS_DIR/m2rr"; echo '{}' >"$CCCI_RUNS_DIR/m2rr/results.json"`,
  )
})
afterAll(() => rmSync(ROOT, { recursive: true, force: true }))

function program(name: string, text: string): void {
  writeFileSync(join(ROOT, 'bin', name), `#!/bin/sh\n${text}\n`, { mode: 0o755 })
}

function aHost(name: string, words: string) {
  const state = mkdtempSync(join(ROOT, 'state-'))
  mkdirSync(join(state, 'runs'))
  const file = join(state, name)
  writeFileSync(file, readFileSync(join(HERE, name)))
  appendFileSync(file, `STATE_DIR=${state} RECIPES="mumble=${ROOT}/mumble" SAMPLE_S=0.2 DISK_PATH=/\n${words}\n`)
  const ask = (request: string, input = '') =>
    spawnSync('dash', [join(HERE, 'gatehouse-host'), 'operator', file], {
      ...{ input, env: { NODE_ENV: 'test', PATH, HOME: state, SSH_ORIGINAL_COMMAND: request } },
    })
  const run = (more = 'profile alone') => {
    const started = ask('start g7-0123abcd', `recipe mumble\ncommit ${commit}\n${more}\nend\n`)
    expect(started.stderr.toString()).toBe('')
    const log = ask('tail g7-0123abcd 0').stdout.toString()
    const status = readRunStatus(ask('status g7-0123abcd').stdout.toString())
    if (!status.ok) throw new Error(status.refusal.sentence)
    return { log, status: status.value, results: ask('artifact g7-0123abcd results.json').stdout }
  }
  return { ask, run }
}

test.each(['cc-ci.host', 'stack-smoke.host', 'install'])(
  '%s is a shell fragment that shellcheck has nothing to say about',
  (name) => {
    const checked = spawnSync('shellcheck', ['-s', 'sh', join(HERE, name)])
    expect(checked.error === undefined ? checked.stdout.toString() : '').toBe('')
    expect(spawnSync('dash', ['-n', join(HERE, name)]).status).toBe(0)
  },
)

test('a stack that comes up and stays is green in a results.json of schema 2, and is removed', () => {
  writeFileSync(join(ROOT, 'replicas'), '2/2')
  const { log, status, results } = aHost('stack-smoke.host', 'STAYS_S=0').run()
  expect(status).toMatchObject({ state: 'ended', rc: 0, cause: null })
  expect(log).toContain('== install: docker stack deploy smoke-mumble-g7-0123abcd\n')
  const read = readResults(results.toString())
  expect(read).toMatchObject({ ok: true, value: { recipe: 'mumble', level: 4 } })
  expect(readFileSync(join(ROOT, 'asked'), 'utf8')).toContain('stack rm smoke-mumble-g7-0123abcd\n')
})

test('a stack that does not come up is red, and what did not run is unver', () => {
  writeFileSync(join(ROOT, 'replicas'), '1/2')
  const { log, status, results } = aHost('stack-smoke.host', 'UP_S=1').run()
  expect(status).toMatchObject({ state: 'ended', rc: 1 })
  expect(log).toContain('still not up after 1 s:\napp 1/2\n')
  expect(JSON.parse(results.toString())).toMatchObject({ level: 0, results: { install: 'fail', custom: 'unver' } })
})

test('cc-ci runs its harness on the staged checkout, and the results are found where it leaves them', () => {
  const { log, status, results } = aHost('cc-ci.host', 'HARNESS_REPO= HARNESS_RUNS_DIR=/nowhere').run()
  expect(status).toMatchObject({ state: 'ended', rc: 0, left: [] })
  expect(log).toContain('\nmumble 1   runner/run_recipe_ci.py\nmumble\n')
  expect(results.toString()).toBe('{}\n')
})

test('cc-ci is told of a pull request, and of the versions of a promotion', () => {
  expect(aHost('cc-ci.host', 'HARNESS_REPO=').run('profile alone\npr 4').log).toContain('\nmumble 1 4  runner')
  expect(aHost('cc-ci.host', 'HARNESS_REPO=').run('profile promote\nfrom 3.5.3\nto 3.6.0').log).toContain(
    '\nmumble 1  3.6.0 runner',
  )
})

test('the next sweep of cc-ci is a Sunday at 03:00 UTC, within a week', () => {
  const probe = readProbe(aHost('cc-ci.host', 'HARNESS_REPO=').ask('probe').stdout.toString())
  if (!probe.ok) throw new Error(probe.refusal.sentence)
  const sweep = probe.value.nextSweepAtMs ?? 0
  expect(new Date(sweep).toISOString()).toMatch(/T03:00:00.000Z$/)
  expect(new Date(sweep).getUTCDay()).toBe(0)
  expect(sweep - probe.value.atMs).toBeGreaterThan(-1000)
  expect(sweep - probe.value.atMs).toBeLessThanOrEqual(7 * 86_400_000)
})

test('installing copies script and host file, keeps a host file that is there, and prints a line for each key', () => {
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: 'test',
    PATH,
    GATEHOUSE_LIB: join(ROOT, 'lib'),
    GATEHOUSE_ETC: join(ROOT, 'etc'),
  }
  const files = join(ROOT, 'unpacked')
  mkdirSync(files)
  for (const name of ['install', 'gatehouse-host']) writeFileSync(join(files, name), readFileSync(join(HERE, name)))
  writeFileSync(join(files, 'my.host'), `STATE_DIR=${ROOT}/installed\nRECIPES=''\n`)
  const first = spawnSync('sh', [join(files, 'install'), 'my.host'], { env })
  expect({ status: first.status, err: first.stderr.toString() }).toEqual({ status: 0, err: '' })
  expect(first.stdout.toString()).toContain('- the host file lists no recipe\n')
  expect(first.stdout.toString()).toContain(
    `command="${ROOT}/lib/gatehouse-host adversary ${ROOT}/etc/my.host",restrict <public key of the adversary>\n`,
  )
  expect(statSync(join(ROOT, 'lib/gatehouse-host')).mode & 0o777).toBe(0o755)
  expect(existsSync(join(ROOT, 'installed/runs'))).toBe(true)
  writeFileSync(join(files, 'my.host'), 'STATE_DIR=/elsewhere\n')
  expect(spawnSync('sh', [join(files, 'install'), 'my.host'], { env }).stdout.toString()).toContain('kept ')
  expect(readFileSync(join(ROOT, 'etc/my.host'), 'utf8')).toContain('installed')
  expect(spawnSync('sh', [join(files, 'install'), 'other.host'], { env }).status).toBe(1)
})
