import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

// Whatever the words are: they are refused, or one listed recipe runs as it stands. What is not asked for is never carried out: the canary of
// each payload is a file that would appear.

const SCRIPT = join(import.meta.dirname, 'gatehouse-host')
const ROOT = mkdtempSync(join(tmpdir(), 'gatehouse-words-'))
const CANARY = join(ROOT, 'canary')
const HOST = join(ROOT, 'test.host')
const git = (...args: string[]) =>
  execFileSync('git', ['-C', join(ROOT, 'mumble'), '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args])
let commit = ''

beforeAll(() => {
  mkdirSync(join(ROOT, 'state/runs'), { recursive: true })
  mkdirSync(join(ROOT, 'mumble'))
  git('init', '-q', '-b', 'main')
  git('commit', '-q', '--allow-empty', '-m', 'one')
  commit = git('rev-parse', 'HEAD').toString().trim()
  writeFileSync(
    HOST,
    `STATE_DIR=${ROOT}/state RECIPES="mumble=${ROOT}/mumble" HARNESS_REPO=${ROOT}/mumble PROFILES='alone promote' HARNESS_RUNS_DIR=${ROOT}
services() { :; }
stacks() { :; }
volumes() { :; }
failed_units() { :; }
run_harness() { echo "$RECIPE $RECIPE_COMMIT $PROFILE" >>${ROOT}/ran; }
`,
  )
})
afterAll(() => rmSync(ROOT, { recursive: true, force: true }))

function ask(request: string, stdin = ''): Promise<{ code: number | null; out: string }> {
  const child = spawn('dash', [SCRIPT, 'builder', HOST], {
    cwd: ROOT,
    env: { NODE_ENV: 'test', PATH: process.env.PATH, SSH_ORIGINAL_COMMAND: request.replaceAll('\0', '') },
  })
  let out = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.resume()
  child.stdin.on('error', () => {})
  child.stdin.end(stdin)
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })))
}

const payload = fc.constantFrom(
  ...[
    `;touch ${CANARY}`,
    `$(touch ${CANARY})`,
    `\`touch ${CANARY}\``,
    `|touch ${CANARY}`,
    `&&touch ${CANARY}`,
    `\ntouch ${CANARY}\n`,
  ],
  ...[
    `'; touch ${CANARY} #`,
    `"; touch ${CANARY} #`,
    `--upload-pack=touch ${CANARY}`,
    `ext::sh -c touch% ${CANARY}`,
    `-oProxyCommand=touch ${CANARY}`,
  ],
  ...[
    '../../etc/passwd',
    '*',
    '?',
    '[a-z]*',
    '~root',
    '$HOME',
    ['$', '{IFS}'].join(''),
    '\\',
    '%s%n',
    '\u0000',
    '\u202e',
    '\ud800',
    '-n',
    '-e',
    '--',
    '=',
    '!',
    '(',
    'a -o b',
  ],
)
const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  payload,
  fc
    .tuple(fc.constantFrom('', 'mumble', 'a'.repeat(40), '1', 'g1-0123abcd'), payload)
    .map(([head, tail]) => head + tail),
  fc.string({ minLength: 61, maxLength: 5000 }),
)
const noCanary = () => expect(existsSync(CANARY)).toBe(false)
const RUNS = { numRuns: 40 }

test.each(['recipe', 'commit', 'profile', 'harness', 'pr', 'from', 'to', 'deadline'])(
  'any string as %s is refused, and nothing starts',
  async (field) => {
    const asked = fc.asyncProperty(words, async (value) => {
      const fair: Record<string, string> = {
        recipe: 'mumble',
        commit,
        profile: field === 'from' || field === 'to' ? 'promote' : 'alone',
      }
      if (field === 'from' || field === 'to') Object.assign(fair, { from: '1', to: '2' })
      fc.pre(!isFair(field, value.split('\n')[0] ?? ''))
      const lines = Object.entries({ ...fair, [field]: value }).map(([key, said]) => `${key} ${said}`)
      const { code, out } = await ask('start g1-0123abcd', `${lines.join('\n')}\nend\n`)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      noCanary()
    })
    await fc.assert(asked, RUNS)
    expect(readdirSync(join(ROOT, 'state/runs'))).toEqual([])
  },
)

/** What such a field may well be; a NUL is dropped by every shell. */
function isFair(field: string, raw: string): boolean {
  const value = raw.replaceAll('\0', '')
  if (field === 'from' || field === 'to') return /^[0-9A-Za-z][0-9A-Za-z._+-]{0,59}$/.test(value)
  if (field === 'pr' || field === 'deadline') return /^\d+$/.test(value)
  if (field === 'commit' || field === 'harness') return /^[0-9a-f]{40}$/.test(value)
  return ['mumble', 'alone'].includes(value)
}

test('any string as run, name or whole request is refused or only answers', async () => {
  const request = fc.oneof(
    words,
    fc
      .tuple(
        fc.constantFrom('start', 'tail', 'status', 'cancel', 'artifact', 'diagnose', 'list', 'run', 'harness', 'load'),
        words,
        words,
      )
      .map((all) => all.join(' ')),
    fc
      .tuple(fc.constantFrom('artifact g1-0123abcd', 'artifact 753', 'list refs', 'list', 'tail g1-0123abcd'), words)
      .map((all) => all.join(' ')),
  )
  const asked = fc.asyncProperty(request, async (line) => {
    const { code, out } = await ask(line, `recipe mumble\ncommit ${commit}\nprofile alone\nend\n`)
    if (code === 0)
      expect(line.replaceAll('\0', '').trim()).toMatch(
        /^(list runs|list harness|list refs mumble|list artifacts \S+|probe)$/,
      )
    else expect([2, 3]).toContain(code)
    if (code !== 0) expect(out).toBe('')
    noCanary()
  })
  await fc.assert(asked, { numRuns: 100 })
  expect(readdirSync(join(ROOT, 'state/runs'))).toEqual([])
})

test('what is asked for as the protocol wants it runs, once and as it was said', async () => {
  const { code } = await ask('start g1-0123abcd', `recipe mumble\ncommit ${commit}\nprofile alone\nend\n`)
  expect(code).toBe(0)
  await ask('tail g1-0123abcd 0')
  expect(readFileSync(join(ROOT, 'ran'), 'utf8')).toBe(`mumble ${commit} alone\n`)
  noCanary()
})
