import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { carryOut, failedTests, practiceHost, tiersOf } from './testing/practice-client.ts'

// Seconds each, and more beside other suites.
vi.setConfig({ testTimeout: 60_000 })

let practice: Awaited<ReturnType<typeof practiceHost>>
beforeAll(async () => {
  practice = await practiceHost()
}, 60_000)
afterAll(() => practice.release())

const mumble = (ref: string, profile: string) =>
  carryOut(practice.folder, practice.host, { recipe: 'mumble', ref, profile })

test('mumble alone is green', async () => {
  const run = await mumble('main', 'alone')
  expect(run.rc).toBe('0')
  expect(tiersOf(run)).toMatchObject({ install: 'pass', upgrade: 'skip', restore: 'pass', custom: 'pass' })
  expect(run.results.level).toBe(5)
})

test('under load its handshake waits behind the messages of others, and the load is in the record with its end', async () => {
  const run = await mumble('main', 'load')
  expect(run.rc).toBe('1')
  expect(failedTests(run)).toEqual([
    'custom/test_protocol_handshake.ts::test_handshake_completes_with_channel_presence',
  ])
  expect(run.status).toMatch(/^load-profile \d{13} \d{13} .*8 clients/m)
  expect(run.status).not.toMatch(/^(left|overlap)/m)
})

test('the fix is green under the same load', async () => {
  const run = await mumble('fix', 'load')
  expect(run.rc).toBe('0')
  expect(run.status).toMatch(/^load-profile \d{13} \d{13} /m)
})
