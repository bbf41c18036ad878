import { defineConfig } from '@playwright/test'
import { findBrowser } from '#e2e/browser/find-browser.ts'

const browser = findBrowser()

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  globalSetup: './e2e/server/ensure-built.ts',
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: 'CI' in process.env,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    locale: 'en-GB',
    timezoneId: 'America/New_York', // nobody's: a time shown in the browser's zone instead of UTC fails a test
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: browser.executablePath,
      env: { ...process.env, ...browser.env },
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        '--disable-quic',
        '--font-render-hinting=none',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
      ],
    },
  },
})
