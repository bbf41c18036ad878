import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { carryOut, failedTests, practiceHost, request, tiersOf } from './testing/practice-client.ts'

// Seconds each, and more beside other suites.
vi.setConfig({ testTimeout: 60_000 })

let practice: Awaited<ReturnType<typeof practiceHost>>
beforeAll(async () => {
  practice = await practiceHost()
}, 60_000)
afterAll(() => practice.release())

const promote = (recipe: string, ref: string, from: string, to: string, harness?: string) =>
  carryOut(practice.folder, practice.host, {
    ...{ recipe, ref, profile: 'promote', from, to },
    ...(harness === undefined ? {} : { harness }),
  })
const lines = async (diagnosis: string) =>
  (await request(practice.host, `diagnose ${diagnosis}`)).out.trim().split('\n')

test('bluesky-pds is green where it is alone', async () => {
  const run = await carryOut(practice.folder, practice.host, { recipe: 'bluesky-pds', ref: 'main', profile: 'alone' })
  expect(run.rc).toBe('0')
})

test('the canonical of bluesky-pds is healthy inside, two services answer to its alias, and its promote is red', async () => {
  expect(await lines('getent-app')).toHaveLength(2)
  expect((await lines('health')).join('\n')).toMatch(/inside .* 200[\s\S]*through the proxy.* 000/)
  const run = await promote('bluesky-pds', 'main', '0.1.1+v0.4', '0.2.0+v0.4')
  expect(tiersOf(run)).toMatchObject({ install: 'pass', upgrade: 'pass', promote: 'fail' })
  expect(run.log).toMatch(/answers .*000/)
  expect(run.status).not.toMatch(/^(left|overlap)/m)
})

test('with a name of its own it promotes, and one address is left', async () => {
  const run = await promote('bluesky-pds', 'fix', '0.1.1+v0.4', '0.2.0+v0.4')
  expect(run.rc).toBe('0')
  expect(await lines('getent-app')).toHaveLength(1)
})

test('the canonical of keycloak is answered for by the live provider, and by itself once the harness names it otherwise', async () => {
  const red = await promote('keycloak', 'main', '10.7.0+26.5.1', '10.7.1+26.5.2')
  expect(failedTests(red)).toContain('test_promote.ts::test_the_canonical_itself_answers')
  expect(red.log).toContain('is answered by live-oidc')
  const green = await promote('keycloak', 'main', '10.7.0+26.5.1', '10.7.1+26.5.2', 'fix')
  expect(green.rc).toBe('0')
})

test('gitea does not promote, and does with its fix', async () => {
  const versions = ['3.5.3+1.24.2-rootless', '3.6.0+1.25.0-rootless'] as const
  expect(tiersOf(await promote('gitea', 'main', ...versions))).toMatchObject({ upgrade: 'fail', promote: 'unver' })
  expect((await promote('gitea', 'fix', ...versions)).rc).toBe('0')
})
