import { readFileSync, statSync } from 'node:fs'
import ssh2 from 'ssh2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startPracticeHost } from './start-practice-host.ts'
import { commitOf, practiceHost, request } from './testing/practice-client.ts'

let practice: Awaited<ReturnType<typeof practiceHost>>
beforeAll(async () => {
  practice = await practiceHost()
}, 60_000)
afterAll(() => practice.release())

test('a probe over the Adversary’s key names the host, the role, the recipes and the baseline', async () => {
  const { code, out } = await request(practice.host, 'probe')
  expect(code).toBe(0)
  for (const line of [
    'host practice',
    'role adversary',
    'recipe gitea',
    'profile load',
    'service proxy_proxy 1/1',
    'lock free',
  ])
    expect(out).toContain(line)
  expect(out).not.toMatch(/^wrong /m)
})

test.each([['another key'], ['another user'], ['a password']])('%s is not let in', async (what) => {
  const { private: privateKey } = ssh2.utils.generateKeyPairSync('ed25519')
  const login =
    { 'another key': { privateKey }, 'another user': { user: 'root' }, 'a password': { password: 'practice' } }[what] ??
    {}
  await expect(request(practice.host, 'probe', '', login)).rejects.toThrow(/authentication methods failed/)
})

test('there is no shell', async () => {
  await expect(request(practice.host, '', '', { asShell: true })).rejects.toThrow(/Unable to/)
})

test.each([['sh'], ['probe; id'], ['start $(id)'], ['cat /etc/passwd'], ['']])('%j runs nothing', async (command) => {
  const { code, out } = await request(practice.host, command)
  expect(code).toBe(2)
  expect(out).toBe('')
})

test('earlier runs of the harness are there, one of them without results', async () => {
  const { out } = await request(practice.host, 'list runs')
  expect(out).toMatch(/^run 753 1781408345 mattermost-lts results$/m)
  expect(out).toMatch(/^run m2rr-bluesky-pds \d+ bluesky-pds results$/m)
  expect(out).toMatch(/^run 751 - - no-results$/m)
})

test('the references of a recipe are listed, main first', async () => {
  const { out } = await request(practice.host, 'list refs discourse')
  const names = out
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[2])
  expect(names[0]).toBe('main')
  expect(names).toEqual(expect.arrayContaining(['fix-1', 'fix', 'tags/0.8.1+3.5.0']))
})

test('keys are the owner’s alone, and outlive a restart like the host key and every commit', async () => {
  const { folder, host } = practice
  for (const file of Object.values(host.keys)) expect(statSync(file).mode & 0o777).toBe(0o600)
  const before = [readFileSync(host.keys.builder, 'utf8'), commitOf(folder, 'mumble', 'fix')]
  await host.close()
  practice.host = await startPracticeHost({ folder })
  expect(practice.host.hostKeyFingerprint).toBe(host.hostKeyFingerprint)
  expect(practice.host.hostKeyFingerprint).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/)
  expect([readFileSync(practice.host.keys.builder, 'utf8'), commitOf(folder, 'mumble', 'fix')]).toEqual(before)
  expect((await request(practice.host, 'probe')).code).toBe(0)
})
