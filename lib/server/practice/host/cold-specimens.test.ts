import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { carryOut, failedTests, practiceHost, tiersOf } from './testing/practice-client.ts'

// Seconds each, and more beside other suites.
vi.setConfig({ testTimeout: 60_000 })

let practice: Awaited<ReturnType<typeof practiceHost>>
beforeAll(async () => {
  practice = await practiceHost()
}, 60_000)
afterAll(() => practice.release())

const cold = (recipe: string, ref: string, profile = 'alone') =>
  carryOut(practice.folder, practice.host, { recipe, ref, profile })

const GREEN = { install: 'pass', upgrade: 'pass', backup: 'pass', restore: 'pass', custom: 'pass' }

test('discourse deploys and serves; only what the overlay demands of an unreleased pull request is red', async () => {
  const run = await cold('discourse', 'main')
  expect(run.rc).toBe('1')
  expect(tiersOf(run)).toMatchObject({ ...GREEN, upgrade: 'fail' })
  expect(failedTests(run)).toEqual([
    'test_upgrade.ts::test_app_runs_official_image',
    'test_upgrade.ts::test_sidekiq_service_is_gone',
  ])
  expect(run.results).toMatchObject({ schema: 2, level: 1, version: '0.8.1+3.5.0', cleanTeardown: true })
  expect(run.status).not.toMatch(/^(left|overlap)/m)
})

test('the first fix of discourse is green and leaves a service without an image to lint', async () => {
  const run = await cold('discourse', 'fix-1')
  expect(run.rc).toBe('0')
  expect(tiersOf(run)).toEqual({ ...GREEN, lint: 'fail' })
  expect(run.results).toMatchObject({ level: 4, rulesFailed: ['R011'] })
})

test('the right fix of discourse reaches level 5', async () => {
  const run = await cold('discourse', 'fix')
  expect(tiersOf(run)).toEqual({ ...GREEN, lint: 'pass' })
  expect(run.results.level).toBe(5)
})

test('mattermost-lts loses what its backup does not bring back; its fix is green', async () => {
  const red = await cold('mattermost-lts', 'main')
  expect(red.rc).toBe('1')
  expect(tiersOf(red)).toEqual({ ...GREEN, restore: 'fail', lint: 'pass' })
  expect(failedTests(red)).toEqual(['test_restore.ts::test_restore_returns_state'])
  expect(red.results.level).toBe(2)
  expect(tiersOf(await cold('mattermost-lts', 'fix'))).toEqual({ ...GREEN, lint: 'pass' })
})

test('gitea cannot save its secret after the upgrade, and what should come next is unver; its fix is green', async () => {
  const red = await cold('gitea', 'main')
  expect(red.rc).toBe('1')
  expect(tiersOf(red)).toMatchObject({
    install: 'pass',
    upgrade: 'fail',
    backup: 'unver',
    restore: 'unver',
    custom: 'unver',
  })
  expect(red.log).toContain('failed to save the JWT secret to /etc/gitea/app.ini: permission denied')
  expect(red.results.level).toBe(1)
  expect(tiersOf(await cold('gitea', 'fix'))).toEqual({ ...GREEN, lint: 'pass' })
})
