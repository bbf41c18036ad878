import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ssh2 from 'ssh2'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readKey } from './read-key.ts'

let home: string
const plain = ssh2.utils.generateKeyPairSync('ed25519').private
const locked = ssh2.utils.generateKeyPairSync('ed25519', {
  passphrase: 'secret',
  cipher: 'aes256-cbc',
  rounds: 4,
}).private

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'gatehouse-keys-'))
  mkdirSync(join(home, 'folder'))
  for (const [name, text] of [
    ['own', plain],
    ['open', plain],
    ['locked', locked],
    ['words', 'These are words.'],
  ] as const)
    writeFileSync(join(home, name), text, { mode: 0o600 })
  chmodSync(join(home, 'open'), 0o644)
  vi.stubEnv('HOME', home)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(home, { recursive: true, force: true })
})

test('a key of one’s own is read, also by its place in the home folder', async () => {
  expect(await readKey(join(home, 'own'))).toEqual({ ok: true, value: { privateKey: plain } })
  expect(await readKey('~/own')).toEqual({ ok: true, value: { privateKey: plain } })
})

test.each([
  ['~/open', 'The key ~/open can be read by others on this machine: chmod 600 makes it one’s own.'],
  ['~/locked', 'The key ~/locked has a passphrase: load it into an agent and name agent as the key.'],
  ['~/words', 'The key ~/words is not a private key.'],
  ['~/nowhere', 'The key ~/nowhere cannot be read.'],
  ['~/folder/key', 'The key ~/folder/key cannot be read.'],
])('a key that cannot serve says why: %s', async (place, sentence) => {
  expect(await readKey(place)).toEqual({ ok: false, refusal: { reason: 'key', sentence, field: null } })
})

test('an agent is named by its socket, and missed where there is none', async () => {
  vi.stubEnv('SSH_AUTH_SOCK', '/run/agent')
  expect(await readKey('agent')).toEqual({ ok: true, value: { agent: '/run/agent' } })
  vi.stubEnv('SSH_AUTH_SOCK', '')
  expect(await readKey('agent')).toMatchObject({
    refusal: { sentence: 'The agent is asked for, and Gatehouse was started without one.' },
  })
})
