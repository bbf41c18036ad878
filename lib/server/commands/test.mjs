import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { command, findNode, root, run, Trouble } from './machine.mjs'

// npm test: everything this machine has the parts for, and aloud what it left out. The last line is the total.
const UNIT_REPORT = 'test-results/unit.json'
const BROWSER_REPORT = 'test-results/e2e.json'

command(async () => {
  await ensureInstalled()
  const node = findNode()
  const built = await build(node)
  const suites = [await runUnitTests(node), built ? await runBrowserTests(node) : { passed: 0, failed: 1, skipped: 0 }]
  const leftOut = suites.flatMap((suite) => suite.leftOut ?? [])
  for (const reason of leftOut) console.info(`\nLEFT OUT: ${reason}`)
  for (const name of suites.flatMap((suite) => suite.skippedTests ?? [])) console.info(`LEFT OUT: ${name}`)
  const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map((word) => total(suites, word))
  console.info(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  // On a build machine a missing part is a fault of that machine; at a desk it is only worth saying.
  return failed > 0 || (leftOut.length > 0 && process.env.CI) ? 1 : 0
})

/** Does it build? Without a build there is nothing for a browser to test, but the rules can still be tried. */
async function build(node) {
  try {
    await ensureBuilt(node, '.next-e2e')
    return true
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    console.error(`\n${error.message}\n`)
    return false
  }
}

async function runUnitTests(node) {
  rmSync(join(root, UNIT_REPORT), { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`]
  const { code } = await run(node, ['node_modules/vitest/vitest.mjs', 'run', ...reporters], { shown: true })
  const report = readReport(UNIT_REPORT)
  const tests = report?.testResults.flatMap((file) => file.assertionResults) ?? []
  const unread =
    report?.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0) ?? []
  const count = (...words) => tests.filter((test) => words.includes(test.status)).length
  const failed = count('failed') + unread.length
  const skipped = tests.filter((test) => ['skipped', 'pending', 'todo'].includes(test.status))
  const skippedTests = skipped.map(({ fullName }) => fullName)
  return withExitCode(code, { passed: count('passed'), failed, skipped: skipped.length, skippedTests })
}

async function runBrowserTests(node) {
  const browser = await run(node, ['e2e/browser/find-browser.ts'])
  if (browser.code !== 0) {
    const leftOut = [`the browser tests, for no browser could be had.\n${browser.output.trim()}`]
    return { passed: 0, failed: 0, skipped: 0, leftOut }
  }
  console.info(`\nBrowser: ${browser.output.trim()}\n`)
  rmSync(join(root, BROWSER_REPORT), { force: true })
  const { code } = await run(node, ['node_modules/@playwright/test/cli.js', 'test'], { shown: true })
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = readReport(BROWSER_REPORT)?.stats ?? {}
  return withExitCode(code, { passed: expected, failed: unexpected + flaky, skipped })
}

/** A runner that fails without naming a test (it crashed, found none, could not be set up) counts as one failure. */
function withExitCode(code, counts) {
  return { ...counts, failed: code === 0 ? counts.failed : Math.max(1, counts.failed) }
}

function readReport(name) {
  const file = join(root, name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

function total(suites, word) {
  return suites.reduce((sum, suite) => sum + suite[word], 0)
}
