import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCancelled } from '../protocol/read-cancelled.ts'
import { readArtifacts, readRefs, readRuns } from '../protocol/read-lists.ts'
import { readProbe } from '../protocol/read-probe.ts'
import { readDiagnosisExit, readRefusal } from '../protocol/read-refusal.ts'
import { readRunStatus } from '../protocol/read-run-status.ts'
import type { HostRunStatus } from '../protocol/run-status.ts'
import { readStarted, type StartRequest, writeStart } from '../protocol/start.ts'

// The real script under every shell of this machine, on real repositories and processes; each test has a host file and a state folder of its own.

const SCRIPT = join(import.meta.dirname, 'gatehouse-host')
const ROOT = mkdtempSync(join(tmpdir(), 'gatehouse-host-'))
const has = (program: string, ...args: string[]) => spawnSync(program, args).error === undefined
const SHELLS = ['dash', ...(has('busybox') ? ['busybox sh'] : [])]
const git = (folder: string, ...args: string[]) =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args])
    .toString()
    .trim()

const mayMount = (() => {
  const folder = mkdtempSync(join(ROOT, 'mount-'))
  return spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', folder]).status === 0 && spawnSync('umount', [folder]).status === 0
})()

type Answer = { code: number | null; out: Buffer; err: string }

let commit = ''
let harnessCommit = ''
beforeAll(() => {
  commit = makeRepository('mumble', { 'compose.yml': 'services: {}\n' })
  harnessCommit = makeRepository('harness', { 'run.sh': 'echo harness at $(git rev-parse HEAD)\n' })
  git(ROOT, 'clone', '-q', '--bare', 'harness', 'bare')
  writeFileSync(join(ROOT, 'mumble', '.gitattributes'), '* text eol=lf\n')
  writeFileSync(join(ROOT, 'mumble', 'crlf.txt'), 'a\r\n')
  git(
    join(ROOT, 'mumble'),
    '-c',
    'core.autocrlf=false',
    'update-index',
    '--add',
    '--cacheinfo',
    `100644,${blob('a\r\n')},crlf.txt`,
  )
  git(join(ROOT, 'mumble'), 'add', '.gitattributes')
  git(join(ROOT, 'mumble'), 'commit', '-qm', 'a checkout of this is never clean')
  git(join(ROOT, 'mumble'), 'branch', '-f', 'crlf')
  git(join(ROOT, 'mumble'), 'reset', '-q', '--hard', commit)
})
afterAll(() => rmSync(ROOT, { recursive: true, force: true }))

const blob = (text: string) =>
  execFileSync('git', ['-C', join(ROOT, 'mumble'), 'hash-object', '-w', '--no-filters', '--stdin'], { input: text })
    .toString()
    .trim()

function makeRepository(name: string, files: Record<string, string>): string {
  const folder = join(ROOT, name)
  mkdirSync(folder)
  git(folder, 'init', '-q', '-b', 'main')
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text)
  git(folder, 'add', '.')
  git(folder, 'commit', '-qm', name)
  return git(folder, 'rev-parse', 'HEAD')
}

/** A host: `behaviour` is the harness in sh, `words` further lines of the host file. */
function aHost(shell: string, behaviour: string, words = '') {
  const folder = mkdtempSync(join(ROOT, 'host-'))
  const file = join(folder, 'test.host')
  const at = (name: string) => join(folder, name)
  mkdirSync(at('state/runs'), { recursive: true })
  mkdirSync(at('runs'))
  writeFileSync(at('harness.sh'), behaviour)
  writeFileSync(
    file,
    `HOST_NAME=tiny STATE_DIR=${at('state')} RECIPES="mumble=${ROOT}/mumble gitea=${ROOT}/mumble" HARNESS_RUNS_DIR=${at('runs')}
PROFILES='alone load promote' KILL_AFTER_S=1 SAMPLE_S=0.2 LOAD_CPU=1 HOST_SHELL='${shell}'
AT=${folder}
listed() { cat "$AT/$1" 2>/dev/null || :; }
services() { listed services; }
stacks() { listed stacks; }
volumes() { listed volumes; }
in_flight() { listed in-flight; }
failed_units() { :; }
run_harness() { cd "$AT" && sh harness.sh; }
DIAGNOSES='docker-service-ls'
diagnosis_words_docker_service_ls() { echo 'docker service ls'; }
diagnose_docker_service_ls() { echo 'no such swarm' >&2; return 3; }
${words}
`,
  )
  const spawnAsked = (request: string, role = 'adversary'): ChildProcess => {
    const [program = '', ...args] = shell.split(' ')
    return spawn(program, [...args, SCRIPT, role, file], {
      env: { NODE_ENV: 'test', PATH: process.env.PATH, SSH_ORIGINAL_COMMAND: request },
      stdio: 'pipe',
    })
  }
  const ask = (request: string, stdin: string | Buffer = ''): Promise<Answer> => answerOf(spawnAsked(request), stdin)
  const start = (id: string, request: Partial<StartRequest> = {}) =>
    ask(`start ${id}`, writeStart({ ...aStart(), ...request }))
  const status = async (id: string): Promise<HostRunStatus> => {
    const read = readRunStatus((await ask(`status ${id}`)).out.toString())
    if (!read.ok) throw new Error(read.refusal.sentence)
    return read.value
  }
  const until = async (id: string, holds: (status: HostRunStatus) => boolean): Promise<HostRunStatus> => {
    for (;;) {
      const now = await status(id)
      if (holds(now)) return now
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const logged = async (id: string, words: string): Promise<void> => {
    while (!logOf(id).includes(words)) await new Promise((resolve) => setTimeout(resolve, 30))
  }
  const ended = (id: string) => until(id, ({ state }) => state === 'ended' || state === 'died')
  const logOf = (id: string) => readFileSync(at(`state/runs/${id}/log`))
  const pidOf = (id: string) => Number(readFileSync(at(`state/runs/${id}/pid`), 'utf8').split(' ')[0])
  const lockIsFree = () => spawnSync('flock', ['-n', at('state/lock'), 'true']).status === 0
  const write = (name: string, text: string) => writeFileSync(at(name), text)
  return { ask, spawnAsked, start, status, until, logged, ended, logOf, pidOf, lockIsFree, write, at, folder, file }
}

const aStart = (): StartRequest => ({
  ...{ recipe: 'mumble', recipeCommit: commit, profile: 'alone' },
  ...{ harnessCommit: null, pullRequest: null, promote: null, deadlineMs: null },
})

function answerOf(child: ChildProcess, stdin: string | Buffer = ''): Promise<Answer> {
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout?.on('data', (chunk) => out.push(chunk))
  child.stderr?.on('data', (chunk) => err.push(chunk))
  child.stdin?.on('error', () => {}) // it may answer before it has read everything
  child.stdin?.end(stdin)
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ code, out: Buffer.concat(out), err: Buffer.concat(err).toString() })),
  )
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const alive = (pid: number) => {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
const whose = (mark: string): number[] =>
  spawnSync('sh', ['-c', `grep -lszxF ${mark} /proc/[0-9]*/environ | cut -d/ -f3`])
    .stdout.toString()
    .split('\n')
    .filter((pid) => pid !== '')
    .map(Number)
    .filter(alive)
const commandOf = (pid: number): string => tryToRead(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
const pidsWith = (words: string): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => commandOf(pid).includes(words))
const commandsWith = (words: string): string[] => pidsWith(words).map(commandOf)
const parentOf = (pid: number): number => Number(/\) \S (\d+)/.exec(tryToRead(`/proc/${pid}/stat`))?.[1])
const tryToRead = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
const G1 = 'g1-0123abcd'

test('the script has fewer than 300 lines', () => {
  expect(readFileSync(SCRIPT, 'utf8').trimEnd().split('\n').length).toBeLessThan(300)
})

test.skipIf(!has('shellcheck', '--version'))(
  'shellcheck has nothing to say (left out where it is not installed)',
  () => {
    const { stdout } = spawnSync('shellcheck', ['-s', 'sh', SCRIPT])
    expect(stdout.toString()).toBe('')
  },
)

describe.concurrent.each(SHELLS)('under %s', (shell) => {
  test('a probe says how the host is and what it offers', async () => {
    const host = aHost(
      shell,
      '',
      `BASELINE_STACKS='traefik warm-*' HARNESS_REPO=${ROOT}/harness next_sweep() { echo 1800000000; }`.replace(
        ' next',
        '\nnext',
      ),
    )
    host.write('services', 'traefik_app 1/1\nmumble_app 0/1\n')
    host.write('in-flight', 'pid 1 by hand\n')
    const { code, out, err } = await host.ask('probe')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(readProbe(out.toString())).toMatchObject({
      ok: true,
      value: {
        ...{ host: 'tiny', role: 'adversary', lock: { held: false, holder: null }, wrong: [], volumes: [] },
        services: [
          { name: 'traefik_app', replicas: '1/1' },
          { name: 'mumble_app', replicas: '0/1' },
        ],
        ...{ baselineStacks: ['traefik', 'warm-*'], inFlight: ['pid 1 by hand'], recipes: ['mumble', 'gitea'] },
        profiles: [{ name: 'alone' }, { name: 'load' }, { name: 'promote' }],
        diagnoses: [{ name: 'docker-service-ls', command: 'docker service ls' }],
        ...{ harness: { commit: harnessCommit, clean: true }, nextSweepAtMs: 1_800_000_000_000, deadlineMs: 4_500_000 },
      },
    })
  })

  test('a probe says in sentences what is wrong with the installation', async () => {
    const host = aHost(shell, '', 'STATE_DIR=/nowhere RECIPES="mumble=/nowhere"\nservices() { return 1; }')
    const read = readProbe((await host.ask('probe')).out.toString())
    expect(read.ok && read.value.wrong).toEqual([
      'the list of services cannot be read',
      '/nowhere/runs is not there, or not writable',
      'the repository of mumble cannot be read',
    ])
  })

  test('a probe warns of a host file that others may write', async () => {
    const host = aHost(shell, '')
    chmodSync(host.file, 0o664)
    const read = readProbe((await host.ask('probe')).out.toString())
    expect(read.ok && read.value.wrong).toEqual([`${host.file} can be changed by others than its owner`])
  })

  test('a green run starts from a clean checkout, names it first and ends with everything known', async () => {
    const host = aHost(
      shell,
      `cat "$RECIPE_DIR/compose.yml"; echo "$RECIPE $PROFILE $PR $RUN_ID"; echo on stderr >&2
       mkdir "$RESULTS_DIR/junit"; echo '{"schema": 2}' >"$RESULTS_DIR/results.json"; echo '<x/>' >"$RESULTS_DIR/junit/install.xml"; ln -s /etc/passwd "$RESULTS_DIR/lint.txt"; sleep 0.3`,
    )
    const started = await host.start(G1, { pullRequest: 4 })
    expect(started).toMatchObject({ code: 0, err: '' })
    expect(readStarted(started.out.toString())).toMatchObject({ ok: true, value: { outcome: 'started', runId: G1 } })
    const tail = await host.ask(`tail ${G1} 0`)
    expect(tail.out.toString()).toBe(
      [
        ...[`gatehouse: recipe mumble ${commit} clean`, 'gatehouse: profile alone', 'gatehouse: start', 'services: {}'],
        ...[`mumble alone 4 ${G1}`, 'on stderr', 'gatehouse: end rc 0', ''],
      ].join('\n'),
    )
    const status = await host.status(G1)
    expect(status).toMatchObject({
      ...{
        state: 'ended',
        rc: 0,
        cause: null,
        bytes: tail.out.length,
        sha256: sha256(tail.out),
        left: [],
        overlap: [],
      },
      ...{ recipe: { commit, clean: true }, harness: null, loadProfile: null, bootId: status.nowBootId },
    })
    expect(status.psi.map(({ resource, kind }) => `${resource} ${kind}`)).toContain('cpu some')
    expect(status.profile).toBe('alone')
    expect(status.psiSinceMs ?? 0).toBeGreaterThan(status.startedAtMs)
    expect(status.endedAtMs ?? 0).toBeGreaterThan(status.psiSinceMs ?? 0)
    expect(status.loadMax).not.toBeNull()
    expect(status.artifacts.map(({ name }) => name)).toEqual([
      ...['log', 'results.json', 'before', 'after', 'samples', 'junit/install.xml'],
    ])
    expect((await host.ask(`artifact ${G1} results.json`)).out.toString()).toBe('{"schema": 2}\n')
    expect((await host.ask(`artifact ${G1} junit/install.xml`)).out.toString()).toBe('<x/>\n')
    expect(readProbe((await host.ask(`artifact ${G1} before`)).out.toString()).ok).toBe(true)
    expect((await host.ask(`artifact ${G1} lint.txt`)).code).toBe(3)
    expect((await host.ask(`cancel ${G1}`)).out.toString()).toBe(`ended ${G1}\n`)
    expect(existsSync(host.at(`state/runs/${G1}/recipes`))).toBe(false)
    expect(host.lockIsFree()).toBe(true)
  })

  test('the exit code of the harness is the run’s', async () => {
    const host = aHost(shell, 'exit 142')
    await host.start(G1)
    expect(await host.ended(G1)).toMatchObject({ state: 'ended', rc: 142, cause: null })
  })

  test('the same start twice starts once', async () => {
    const host = aHost(shell, 'echo x >>count; sleep 0.5')
    const both = await Promise.all([host.start(G1), host.start(G1)])
    expect(both.map(({ code }) => code)).toEqual([0, 0])
    expect(both.map(({ out }) => out.toString().split(' ')[0]).sort()).toEqual(['exists', 'started'])
    await host.ended(G1)
    expect((await host.start(G1)).out.toString()).toBe(`exists ${G1}\n`)
    expect(readFileSync(host.at('count'), 'utf8')).toBe('x\n')
  })

  test('of twenty starts at once one runs, and the others are told who holds the host', async () => {
    const host = aHost(shell, 'sleep 60')
    const ids = Array.from({ length: 20 }, (_, index) => `g${index + 1}-0123abcd`)
    const answers = await Promise.all(ids.map((id) => host.start(id)))
    const runs = ids.filter((_, index) => answers[index]?.code === 0)
    expect(runs).toHaveLength(1)
    for (const { code, out, err } of answers.filter(({ code }) => code !== 0))
      expect(readRefusal(code, err, out.toString())).toMatchObject({ reason: 'busy', holder: runs[0] })
    expect(readProbe((await host.ask('probe')).out.toString())).toMatchObject({
      value: { lock: { held: true, holder: runs[0] } },
    })
    await host.ask(`cancel ${runs[0]}`)
    expect(host.lockIsFree()).toBe(true)
  })

  test.each([
    ['no such recipe', 'recipe nextcloud', 'This host takes no such recipe.'],
    ['a recipe that is a path', 'recipe ../mumble', 'This host takes no such recipe.'],
    ['a recipe with more after it', 'recipe mumble;id', 'This host takes no such recipe.'],
    ['a short commit', 'commit 0123abcd', 'This host takes no such commit.'],
    ['a profile that it does not offer', 'profile warm', 'This host takes no such profile.'],
    ['a harness commit where it has no repository', `harness ${'a'.repeat(40)}`, 'This host takes no such harness.'],
    ['a pull request that is no number', 'pr 4a', 'This host takes no such pr.'],
    ['a number with a zero before it', 'pr 04', 'This host takes no such pr.'],
    ['a longer deadline than the host file’s', 'deadline 4501', 'This host takes no such deadline.'],
    ['a deadline of nothing', 'deadline 0', 'This host takes no such deadline.'],
    ['versions without promote', 'from 1.0.0', 'Promote needs from and to, and nothing else has them.'],
    ['promote without versions', 'profile promote', 'Promote needs from and to, and nothing else has them.'],
    ['a version that is an option', 'from -x', 'This host takes no such from.'],
    ['a line of another protocol', 'shell id', 'The request holds a line that this protocol does not have.'],
  ])('a start with %s is refused', async (_, line, sentence) => {
    const host = aHost(shell, '')
    const key = line.split(' ')[0]
    const rest = ['recipe mumble', `commit ${commit}`, 'profile alone'].filter((other) => other.split(' ')[0] !== key)
    const { code, err } = await host.ask(`start ${G1}`, `${[...rest, line].join('\n')}\nend\n`)
    expect(readRefusal(code, err, '')).toMatchObject({ reason: 'malformed', sentence })
    expect(existsSync(host.at(`state/runs/${G1}`))).toBe(false)
  })

  test.each([
    ['says too little', 'recipe mumble\nend\n', 'The request lacks recipe, commit or profile.'],
    ['says a thing twice', 'recipe mumble\nrecipe mumble\n', 'The request says recipe twice.'],
    ['is one long line', `${'x'.repeat(200_000)}\n`, 'The request is too long.'],
    ['has a thousand lines', `recipe mumble\n${'recipe mumble\n'.repeat(1000)}`, 'The request is too long.'],
  ])('a start request that %s is refused', async (_, stdin, sentence) => {
    const { code, err } = await aHost(shell, '').ask(`start ${G1}`, stdin)
    expect(readRefusal(code, err, '')).toMatchObject({ reason: 'malformed', sentence })
  })

  test.each(['', 'pr 4', 'pr 4\n', 'en', 'end of it\n'])(
    'a start request that was cut off is refused: … %j',
    async (rest) => {
      const host = aHost(shell, '')
      const { code } = await host.ask(`start ${G1}`, `recipe mumble\ncommit ${commit}\nprofile alone\n${rest}`)
      expect(code).toBe(2)
      expect(existsSync(host.at(`state/runs/${G1}`))).toBe(false)
    },
  )

  test('a start that says its end does not wait for the end of stdin', async () => {
    const host = aHost(shell, '')
    const child = host.spawnAsked(`start ${G1}`)
    const code = new Promise((resolve) => child.on('exit', resolve))
    child.stdin?.write(writeStart(aStart()))
    expect(await code).toBe(0)
    child.stdin?.end()
    await host.ended(G1)
  })

  test.each([
    ['', 2],
    ['sh', 2],
    ['probe now', 2],
    ['start', 2],
    ['start g1', 2],
    ['start g01-0123abcd', 2],
    ['start g1-0123ABCD', 2],
    ['start g1-0123abcd g2-0123abcd', 2],
    ['status ../runs', 2],
    ['status g9-0123abcd', 3],
    ['tail g9-0123abcd 0', 3],
    ['cancel g9-0123abcd', 3],
    ['probe;id', 2],
    ['probe\nid', 2],
    ['$(id)', 2],
    ['artifact ../x log', 2],
    ['artifact 753 ../../etc/passwd', 2],
    ['artifact 753 junit/../results.json', 2],
    ['artifact 753 pid', 2],
    ['artifact 753 log', 3],
    ['diagnose id', 3],
    ['list', 2],
    ['list refs', 2],
    ['list refs nextcloud', 2],
    ['list runs now', 2],
    ['run g1-0123abcd', 2],
    ['harness g1-0123abcd', 2],
    ['load g1-0123abcd', 2],
    ['x'.repeat(301), 2],
  ])('the request “%s” is refused with %i', async (request, expected) => {
    const host = aHost(shell, '')
    if (/^(run|harness|load) /.test(request)) mkdirSync(host.at(`state/runs/${G1}`))
    const { code, out, err } = await host.ask(request)
    expect({ code, out: out.toString() }).toEqual({ code: expected, out: '' })
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  test('a host file that is missing or broken is the installation’s fault', async () => {
    const host = aHost(shell, '')
    rmSync(host.file)
    expect((await host.ask('probe')).code).toBe(6)
    writeFileSync(host.file, 'if then')
    expect((await host.ask('probe')).code).toBe(6)
  })

  test('the lists name runs, references and artifacts', async () => {
    const host = aHost(shell, '', `HARNESS_REPO=${ROOT}/bare`)
    mkdirSync(host.at('runs/753/junit'), { recursive: true })
    mkdirSync(host.at('runs/m2rr-bluesky-pds'))
    mkdirSync(host.at('runs/.hidden'))
    host.write('runs/753/results.json', '{\n "recipe": "mumble",\n "finished": 1781742000.25, "stages": []}\n')
    host.write('runs/753/junit/install.xml', '<x/>')
    symlinkSync('/etc/passwd', host.at('runs/753/log'))
    expect(readRuns((await host.ask('list runs')).out.toString())).toEqual({
      ok: true,
      value: [
        { name: '753', finishedAtMs: 1_781_742_000_000, recipe: 'mumble', hasResults: true },
        { name: 'm2rr-bluesky-pds', finishedAtMs: null, recipe: null, hasResults: false },
      ],
    })
    const refs = readRefs((await host.ask('list refs mumble')).out.toString())
    expect(refs.ok && refs.value.map(({ name }) => name)).toEqual(['main', 'crlf'])
    expect(readRefs((await host.ask('list harness')).out.toString())).toEqual({
      ok: true,
      value: [{ commit: harnessCommit, name: 'main' }],
    })
    const artifacts = readArtifacts((await host.ask('list artifacts 753')).out.toString())
    expect(artifacts.ok && artifacts.value.map(({ name }) => name)).toEqual(['results.json', 'junit/install.xml'])
    expect((await host.ask('artifact 753 log')).code).toBe(3)
  })

  test('a diagnosis prints what its command prints, and how it ended', async () => {
    const { code, out, err } = await aHost(shell, '').ask('diagnose docker-service-ls')
    expect({ code, out: out.toString(), exit: readDiagnosisExit(err) }).toEqual({
      code: 0,
      out: 'no such swarm\n',
      exit: 3,
    })
  })

  test('a commit that the repository does not have cannot start', async () => {
    const { code, err } = await aHost(shell, '').start(G1, { recipeCommit: 'f'.repeat(40) })
    expect(readRefusal(code, err, '').reason).toBe('cannot_start')
    expect(err).toContain(`has no commit ${'f'.repeat(40)}`)
  })

  test('a commit that turns out to be missing ends the run before the harness', async () => {
    const host = aHost(shell, 'echo never', `RECIPES="mumble=file://${ROOT}/mumble"`)
    await host.start(G1, { recipeCommit: 'f'.repeat(40) })
    expect(await host.ended(G1)).toMatchObject({ state: 'ended', rc: 125, cause: 'staging' })
    expect(host.logOf(G1).toString()).toContain('gatehouse: not started: the recipe has no commit ffff')
    expect(host.logOf(G1).toString()).not.toContain('never')
  })

  test('a checkout that is not clean ends the run before the harness', async () => {
    const host = aHost(shell, 'echo never')
    await host.start(G1, { recipeCommit: git(join(ROOT, 'mumble'), 'rev-parse', 'crlf') })
    expect(await host.ended(G1)).toMatchObject({ state: 'ended', rc: 125, cause: 'staging', recipe: null })
    expect(host.logOf(G1).toString()).toContain('gatehouse: not started: the recipe checkout has local changes')
  })

  test('the harness runs in place, or in a checkout of its own at a commit', async () => {
    const run = 'run_harness() { pwd; sh run.sh; }'
    const place = aHost(shell, '', `HARNESS_REPO=${ROOT}/harness\n${run}`)
    await place.start(G1)
    await place.start('g2-0123abcd', { harnessCommit })
    expect(await place.ended(G1)).toMatchObject({ rc: 0, harness: { commit: harnessCommit, clean: true } })
    expect(place.logOf(G1).toString()).toContain(`gatehouse: harness ${harnessCommit} clean\n`)
    expect(place.logOf(G1).toString()).toContain(`\n${ROOT}/harness\nharness at ${harnessCommit}\n`)
    const bare = aHost(shell, '', `HARNESS_REPO=${ROOT}/bare\n${run}`)
    await bare.start(G1)
    expect(await bare.ended(G1)).toMatchObject({ rc: 0, harness: { commit: harnessCommit, clean: true } })
    expect(bare.logOf(G1).toString()).toContain(
      `\n${bare.at(`state/runs/${G1}/harness`)}\nharness at ${harnessCommit}\n`,
    )
  })

  test('a harness with local changes cannot start, and one that changed during the run is dirty', async () => {
    const harness = `${ROOT}/harness-${shell.slice(0, 4)}`
    git(ROOT, 'clone', '-q', 'harness', harness)
    const host = aHost(shell, '', `HARNESS_REPO=${harness}\nrun_harness() { echo more >>run.sh; }`)
    await host.start(G1)
    expect(await host.ended(G1)).toMatchObject({ rc: 0, harness: { commit: harnessCommit, clean: false } })
    const { code, err } = await host.start('g2-0123abcd')
    expect({ code, err }).toEqual({ code: 5, err: 'the harness checkout has local changes\n' })
  })

  test('promote tells the harness both versions', async () => {
    const host = aHost(shell, 'echo "$FROM to $TO"')
    await host.start(G1, { profile: 'promote', promote: { from: '3.5.3+1.24.2-rootless', to: '3.6.0' } })
    await host.ended(G1)
    expect(host.logOf(G1).toString()).toContain('\n3.5.3+1.24.2-rootless to 3.6.0\n')
  })

  test('death of everything frees the lock, and the run has died with its log kept', async () => {
    const host = aHost(shell, 'echo begun; sleep 60')
    await host.start(G1)
    await host.until(G1, ({ state }) => state === 'running')
    const watcher = Number(readFileSync(host.at(`state/runs/${G1}/watcher`), 'utf8').split(' ')[0])
    for (const pid of [host.pidOf(G1), watcher, ...whose(`GATEHOUSE_RUN_DIR=${host.at(`state/runs/${G1}`)}`)])
      process.kill(pid, 'SIGKILL')
    await expect.poll(host.lockIsFree).toBe(true)
    expect(await host.status(G1)).toMatchObject({ state: 'died', rc: null })
    const status = await host.status(G1)
    expect(status).toMatchObject({ state: 'died', left: [], sha256: sha256(host.logOf(G1)) })
    expect((await host.ask(`tail ${G1} 0`)).out.equals(host.logOf(G1))).toBe(true)
    expect((await host.start('g2-0123abcd')).code).toBe(0)
    await host.ask('cancel g2-0123abcd')
  })

  test('nothing outlives a runner that is killed, not even its load', async () => {
    const host = aHost(
      shell,
      'trap "" TERM; echo begun; sleep 60; sleep 60',
      'load_stop() { echo stopped >>"$AT/stopped"; }',
    )
    await host.start(G1, { profile: 'load' })
    await host.until(G1, ({ state }) => state === 'running')
    process.kill(host.pidOf(G1), 'SIGKILL')
    expect(await host.ended(G1)).toMatchObject({ state: 'died', rc: null, left: [] })
    expect(host.lockIsFree()).toBe(true)
    expect(readFileSync(host.at('stopped'), 'utf8')).toBe('stopped\n')
    expect((await host.status(G1)).loadProfile?.endedAtMs).not.toBeNull()
  })

  test('cancel ends a harness that ignores TERM', async () => {
    const host = aHost(shell, 'trap "" TERM; echo begun; sleep 60; sleep 60; sleep 60')
    await host.start(G1)
    await host.logged(G1, 'begun')
    const cancelled = readCancelled((await host.ask(`cancel ${G1}`)).out.toString())
    expect(cancelled).toMatchObject({ ok: true, value: { outcome: 'cancelled', runId: G1, left: [] } })
    expect(await host.status(G1)).toMatchObject({ state: 'ended', cause: 'cancelled' })
    expect((await host.status(G1)).rc).not.toBe(0)
    expect(host.lockIsFree()).toBe(true)
  })

  test('what a harness starts to tear down when it is cancelled is left to do so', async () => {
    const host = aHost(
      shell,
      'trap "sh -c \'sleep 0.6; echo gone >down\'; exit 1" TERM; echo begun; while :; do sleep 0.1; done',
      'run_harness() { cd "$AT" && exec sh harness.sh; }',
    )
    await host.start(G1)
    await host.logged(G1, 'begun')
    await host.ask(`cancel ${G1}`)
    expect(readFileSync(host.at('down'), 'utf8')).toBe('gone\n')
  })

  test('a run is cancelled by the side that started it, or by the Operator, and not by the other side', async () => {
    const host = aHost(shell, 'echo begun; sleep 60')
    await host.start(G1)
    await host.logged(G1, 'begun')
    const { code, out, err } = await answerOf(host.spawnAsked(`cancel ${G1}`, 'builder'))
    expect({ code, out: out.toString() }).toEqual({ code: 2, out: '' })
    expect(readRefusal(code, err, '').sentence).toBe(
      'The other side started this run: that side cancels it, or the Operator.',
    )
    expect(await host.status(G1)).toMatchObject({ state: 'running', cause: null })
    expect((await answerOf(host.spawnAsked(`cancel ${G1}`, 'operator'))).out.toString()).toContain(`cancelled ${G1}\n`)
  })

  test('a harness that ends with 0 when it is cancelled is not green', async () => {
    const host = aHost(
      shell,
      'trap "exit 0" TERM; echo begun; while :; do sleep 0.1; done',
      'run_harness() { cd "$AT" && exec sh harness.sh; }',
    )
    await host.start(G1)
    await host.logged(G1, 'begun')
    await host.ask(`cancel ${G1}`)
    const status = await host.status(G1)
    expect(status.cause).toBe('cancelled')
    expect(status.rc).not.toBe(0)
  })

  test('a run is cancelled while it is staged', async () => {
    const host = aHost(
      shell,
      'echo never',
      'boot_id() { cat /proc/sys/kernel/random/boot_id; }\nservices() { sleep 1; }',
    )
    await host.start(G1)
    const [cancelled, tail] = await Promise.all([host.ask(`cancel ${G1}`), host.ask(`tail ${G1} 0`)])
    expect(cancelled.code).toBe(0)
    expect(await host.status(G1)).toMatchObject({ state: 'ended', cause: 'cancelled' })
    expect(tail.out.toString()).not.toContain('never')
    expect(tail.out.equals(host.logOf(G1))).toBe(true)
  })

  test('a log past its cap is cut, and its run is never green', async () => {
    const host = aHost(
      shell,
      'trap "" PIPE; head -c 300000 /dev/zero | tr "\\000" x; sleep 1; exit 0',
      'LOG_CAP_BYTES=200000',
    )
    await host.start(G1)
    const status = await host.ended(G1)
    expect(status).toMatchObject({ state: 'ended', cause: 'capped' })
    expect(status.rc).not.toBe(0)
    expect(status.bytes).toBeLessThan(200_500)
  })

  test('a run past its deadline is ended by the host', async () => {
    const host = aHost(shell, 'echo begun; sleep 60; exit 0')
    await host.start(G1, { deadlineMs: 1000 })
    const status = await host.ended(G1)
    expect(status).toMatchObject({ state: 'ended', cause: 'deadline' })
    expect(status.rc).not.toBe(0)
  })

  test('a process that outlives the harness is named and ended, by its mark or by the lock it holds', async () => {
    const host = aHost(
      shell,
      '(sleep 61 >/dev/null 2>&1 9>&- &); (env -i PATH="$PATH" sleep 62 >/dev/null 2>&1 &); exit 0',
    )
    await host.start(G1)
    const { rc, cause, left } = await host.ended(G1)
    expect({ rc, cause }).toEqual({ rc: 0, cause: null })
    expect(left.toSorted().map((words) => words.replace(/\d+/, 'N'))).toEqual([
      'process N sleep 61 , ended by gatehouse',
      'process N sleep 62 , ended by gatehouse',
    ])
    expect(host.lockIsFree()).toBe(true)
  })

  test('what was deployed and stays, and what others deployed meanwhile, is named', async () => {
    const host = aHost(
      shell,
      `echo "mumble_app 1/1" >>services; echo mumble >>stacks; echo mumble_data >>volumes; echo warm-gitea >>stacks; echo other >>stacks; echo 'pid 1 run_recipe_ci' >in-flight; sleep 0.9
       rm in-flight; echo old >stacks; rm services; sleep 0.2`,
      "BASELINE_STACKS='traefik warm-*' BASELINE_VOLUMES=backups",
    )
    host.write('stacks', 'old\n')
    host.write('volumes', 'backups\n')
    await host.start(G1)
    const { left, overlap } = await host.ended(G1)
    expect(left).toEqual(['volume mumble_data'])
    expect(overlap.toSorted()).toEqual(['pid 1 run_recipe_ci', 'stack old', 'stack other'])
  })

  test('what others deployed in the last moment and stays is no leftover of the run', async () => {
    const host = aHost(
      shell,
      'sleep 0.5; for name in mumble gitea; do echo $name >>stacks; echo "$name"_app 1/1 >>services; echo "$name"_data >>volumes; done',
      'SAMPLE_S=3',
    )
    await host.start(G1)
    const { rc, left, overlap } = await host.ended(G1)
    expect({ rc, left: left.toSorted(), overlap: overlap.toSorted() }).toEqual({
      rc: 0,
      left: ['service mumble_app', 'stack mumble', 'volume gitea_data', 'volume mumble_data'],
      overlap: ['service gitea_app', 'stack gitea'],
    })
  })

  test('a list that cannot be read during the run is an overlap that nobody could look for', async () => {
    const host = aHost(shell, 'touch broken; sleep 1; rm broken', 'stacks() { [ ! -e "$AT/broken" ]; }')
    await host.start(G1)
    expect((await host.ended(G1)).overlap).toEqual(['unknown: the list of stacks cannot be read'])
  })

  test('a run whose watcher was killed is never green', async () => {
    const host = aHost(shell, 'echo begun; while [ ! -e go ]; do sleep 0.1; done')
    await host.start(G1)
    await host.logged(G1, 'begun')
    process.kill(Number.parseInt(readFileSync(host.at(`state/runs/${G1}/watcher`), 'utf8'), 10), 'SIGKILL')
    host.write('go', '')
    const { state, rc, cause } = await host.ended(G1)
    expect({ state, rc, cause }).toEqual({ state: 'ended', rc: 125, cause: 'watcher-lost' })
  })

  test('results in more than one folder are nobody’s: none is offered', async () => {
    const host = aHost(
      shell,
      'for at in 1 2; do mkdir "$RESULTS_DIR/$at"; echo "{}" >"$RESULTS_DIR/$at/results.json"; done; echo >"$RESULTS_DIR/2/lint.txt"',
    )
    await host.start(G1)
    expect((await host.ended(G1)).artifacts.map(({ name }) => name)).toEqual(['log', 'before', 'after', 'samples'])
    expect((await host.ask(`artifact ${G1} results.json`)).code).toBe(3)
    rmSync(host.at(`state/runs/${G1}/results/1`), { recursive: true })
    symlinkSync('2', host.at(`state/runs/${G1}/results/latest`))
    expect((await host.status(G1)).artifacts.map(({ name }) => name)).toContain('lint.txt')
    expect((await host.ask(`artifact ${G1} results.json`)).out.toString()).toBe('{}\n')
  })

  test('a status stays small, whatever stands on the host', async () => {
    const host = aHost(
      shell,
      'for i in $(seq 300); do echo mumble-$i; done >stacks; for i in $(seq 300); do echo "other-$i $(head -c 3000 /dev/zero | tr "\\000" x)"; done >in-flight',
      'SAMPLE_S=9',
    )
    await host.start(G1)
    await host.ended(G1)
    appendFileSync(host.at(`state/runs/${G1}/facts`), `overlap ${'x'.repeat(3000)}\n`.repeat(300))
    const { out } = await host.ask(`status ${G1}`)
    expect(out.length).toBeLessThan(80_000)
    const { left, overlap } = await host.status(G1)
    expect([left.length, overlap.length]).toEqual([200, 200])
  })

  test('a list that could be read before the run and not after it is not taken for empty', async () => {
    const host = aHost(shell, 'touch broken', 'stacks() { [ ! -e "$AT/broken" ]; }')
    await host.start(G1)
    expect((await host.ended(G1)).left).toEqual(['the list of stacks cannot be read'])
  })

  test('a load runs beside the harness, is recorded, and ends with it', async () => {
    const host = aHost(
      shell,
      'sleep 1; cat deployed',
      'load_start() { echo sibling >"$AT/deployed"; }\nload_stop() { rm "$AT/deployed"; }\nload_words() { echo a sibling; }',
    )
    await host.start(G1, { profile: 'load' })
    const status = await host.ended(G1)
    expect(status).toMatchObject({ rc: 0, cause: null, left: [], loadProfile: { words: 'a sibling' } })
    expect((status.loadProfile?.endedAtMs ?? 0) - (status.loadProfile?.startedAtMs ?? 0)).toBeGreaterThanOrEqual(1000)
    expect(existsSync(host.at('deployed'))).toBe(false)
  })

  test('a load that cannot be started starts no harness', async () => {
    const host = aHost(shell, 'echo never', 'load_start() { return 1; }')
    await host.start(G1, { profile: 'load' })
    expect(await host.ended(G1)).toMatchObject({ rc: 125, cause: 'load-failed' })
    expect(host.logOf(G1).toString()).not.toContain('never')
  })

  test('a load whose workers die during the run spoils it', async () => {
    const host = aHost(shell, 'echo begun; while [ ! -e go ]; do sleep 0.1; done', 'LOAD_CPU=2 LOAD_IO=0')
    await host.start(G1, { profile: 'load' })
    await host.logged(G1, 'begun')
    // The shell that keeps them forks for a moment, again and again: a worker is what stays.
    const children = () => {
      const load = pidsWith(`${host.file} load ${G1}`)
      const keeper = load.find((pid) => !load.includes(parentOf(pid)))
      return load.filter((pid) => parentOf(pid) === keeper)
    }
    const workers = async () => {
      const before = children()
      await new Promise((resolve) => setTimeout(resolve, 200))
      return children().filter((pid) => before.includes(pid))
    }
    await expect.poll(workers).toHaveLength(2)
    for (const pid of await workers()) process.kill(pid, 'SIGKILL')
    host.write('go', '')
    const status = await host.ended(G1)
    expect(status.cause).toBe('load-failed')
    expect(status.rc).not.toBe(0)
    expect(host.lockIsFree()).toBe(true)
  })

  test('a load that dies during the run spoils it', async () => {
    const host = aHost(
      shell,
      'for p in $(grep -lszxF "GATEHOUSE_RUN_DIR=$AT/state/runs/$RUN_ID" /proc/[0-9]*/environ | cut -d/ -f3); do grep -qszxF load /proc/$p/cmdline && kill -9 $p; done; sleep 0.3',
    )
    appendFileSync(host.file, 'export AT\n')
    await host.start(G1, { profile: 'load' })
    const status = await host.ended(G1)
    expect(status.cause).toBe('load-failed')
    expect(status.rc).not.toBe(0)
  })

  test('every byte arrives as it was: invalid UTF-8, NUL, and one line of 50 MB', async () => {
    const host = aHost(shell, 'printf "\\377\\376\\000\\303(\\n"; head -c 52428800 /dev/zero | tr "\\000" y; echo')
    await host.start(G1)
    const tail = await host.ask(`tail ${G1} 0`)
    const status = await host.status(G1)
    expect(status).toMatchObject({ rc: 0, cause: null, bytes: tail.out.length, sha256: sha256(tail.out) })
    expect(tail.out.length).toBeGreaterThan(52_428_800)
    expect(tail.out.includes(Buffer.from([0xff, 0xfe, 0, 0xc3, 0x28]))).toBe(true)
  })

  test('a tail begins at any byte and ends with the run', async () => {
    const host = aHost(shell, 'for i in 1 2 3 4 5 6; do echo line $i; sleep 0.1; done')
    await host.start(G1)
    const [whole, later, past] = await Promise.all(
      [0, 40, 10_000_000].map((offset) => host.ask(`tail ${G1} ${offset}`)),
    )
    const log = host.logOf(G1)
    expect(log.toString()).toContain('line 6\ngatehouse: end rc 0\n')
    expect(whole?.out.equals(log)).toBe(true)
    expect(later?.out.equals(log.subarray(40))).toBe(true)
    expect(past).toEqual({ code: 0, out: Buffer.alloc(0), err: '' })
    for (const offset of [0, 7, log.length - 1, log.length, log.length + 1]) {
      const again = await host.ask(`tail ${G1} ${offset}`)
      expect(again.out.equals(log.subarray(offset))).toBe(true)
    }
  })

  test('a tail that nobody reads any more leaves nothing behind', async () => {
    const host = aHost(shell, 'for i in 1 2 3 4 5 6 7 8 9; do echo line; sleep 0.5; done')
    await host.start(G1)
    const child = host.spawnAsked(`tail ${G1} 0`)
    await new Promise((resolve) => child.stdout?.once('data', resolve))
    child.stdout?.destroy()
    await new Promise((resolve) => child.once('exit', resolve))
    expect(commandsWith(`state/runs/${G1}/log`).filter((command) => command.includes(host.folder))).toEqual([])
    await host.ask(`cancel ${G1}`)
  })

  test('after a reboot the run has died, however its process is numbered', async () => {
    const host = aHost(shell, 'sleep 30', 'boot_id() { cat "$AT/boot"; }')
    host.write('boot', 'before\n')
    await host.start(G1)
    await host.until(G1, ({ state }) => state === 'running')
    host.write('boot', 'after\n')
    expect(await host.ended(G1)).toMatchObject({ state: 'died', bootId: 'before', nowBootId: 'after' })
    await host.ask(`cancel ${G1}`)
  })

  test('a run that ends while its status is asked for has ended, not died', async () => {
    const host = aHost(
      shell,
      'echo begun; sleep 0.5',
      `boot_id() { [ "$ROLE" = adversary ] || { while [ ! -e "$AT/state/runs/${G1}/rc" ]; do sleep 0.05; done; echo after; return; }; echo before; }`,
    )
    await host.start(G1)
    await host.logged(G1, 'begun')
    const { out } = await answerOf(host.spawnAsked(`status ${G1}`, 'operator'))
    expect(readRunStatus(out.toString())).toMatchObject({ ok: true, value: { state: 'ended', rc: 0 } })
  })

  // A file system of its own needs the right to mount one: left out where that is missing.
  test.skipIf(!mayMount)(
    'a disk that is full during the run never ends green, and refuses the next start in a sentence',
    async () => {
      const host = aHost(shell, 'echo begun; head -c 5000000 /dev/zero | tr "\\000" z; exit 0')
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', host.at('state')])
      try {
        await host.start(G1)
        const status = await host.ended(G1)
        expect(status.state === 'died' || (status.cause === 'disk-full' && status.rc !== 0)).toBe(true)
        expect(host.lockIsFree()).toBe(true)
        spawnSync('dd', ['if=/dev/zero', `of=${host.at('state/rest')}`])
        const again = await host.start('g2-0123abcd')
        expect(readRefusal(again.code, again.err, '')).toMatchObject({
          reason: 'cannot_start',
          sentence: 'The run could not be written down: is the disk full?',
        })
      } finally {
        execFileSync('umount', ['-l', host.at('state')])
      }
    },
  )
})

test.each(['dash', 'bash --posix'])('a run goes through under %s as /bin/sh, load and all', async (shell) => {
  const host = aHost(shell, 'echo "$PROFILE"')
  await host.start(G1, { profile: 'load' })
  const tail = await host.ask(`tail ${G1} 0`)
  expect(await host.status(G1)).toMatchObject({
    state: 'ended',
    rc: 0,
    cause: null,
    left: [],
    sha256: sha256(tail.out),
  })
  expect((await host.ask('list')).code).toBe(2)
})
