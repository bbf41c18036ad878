import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { type Launch, unpackChromium } from './packaged-chromium.ts'

type Browser = Launch & { from: string }
type Attempt = { from: string; find: () => Launch | null }

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** In the order in which they are tried; the last one may download. */
const ATTEMPTS: readonly Attempt[] = [
  { from: 'the browser of Playwright', find: findPlaywrightChromium },
  { from: 'the packaged Chromium', find: unpackChromium },
  { from: 'a Chromium of the system', find: findSystemChromium },
  { from: 'npx playwright install chromium', find: installPlaywrightChromium },
]

/** A Chromium that starts on this machine; CHROMIUM_PATH, where set, is the only one asked. Throws a sentence with what was tried. */
export function findBrowser(): Browser {
  const named = process.env.CHROMIUM_PATH
  const attempts = named ? [{ from: 'CHROMIUM_PATH', find: () => ({ executablePath: named, env: {} }) }] : ATTEMPTS
  const refused: string[] = []
  for (const { from, find } of attempts) {
    const launch = find()
    const why = launch === null ? 'there is none' : whyItDoesNotStart(launch)
    if (launch !== null && why === null) return { from, ...launch }
    refused.push(`  ${from}: ${why}`)
  }
  throw new Error(['Tried for a browser:', ...refused, '  Or set CHROMIUM_PATH to a Chromium.'].join('\n'))
}

function whyItDoesNotStart({ executablePath, env }: Launch): string | null {
  const { status, error, stderr } = spawnSync(executablePath, ['--version'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    timeout: 20_000,
  })
  if (status === 0) return null
  const words = error?.message ?? stderr.trim().split('\n').at(-1)
  return `it does not start (${words || `exit code ${status}`})`
}

function findPlaywrightChromium(): Launch | null {
  const executablePath = chromium.executablePath()
  return existsSync(executablePath) ? { executablePath, env: {} } : null
}

function findSystemChromium(): Launch | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const executablePath = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync)
  return executablePath === undefined ? null : { executablePath, env: {} }
}

function installPlaywrightChromium(): Launch | null {
  const cli = join(process.cwd(), 'node_modules/@playwright/test/cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { timeout: 300_000 })
  return findPlaywrightChromium()
}

// Started by itself it names the browser, or says why there is none: `node e2e/browser/find-browser.ts`.
if (import.meta.main) {
  try {
    const { from, executablePath } = findBrowser()
    console.info(`${from} (${executablePath})`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
