import type { Page } from '@playwright/test'
import { proposeClassification } from '#db/classifications/propose-classification.ts'
import type { Db } from '#db/db.ts'
import { citedCode, typedClassification } from '#db/testing/evidence.ts'
import { must } from '#db/testing/must.ts'
import { factsOf } from '#db/testing/phases.ts'
import { addressOf } from '#lib/phases/addresses.ts'
import { startServer } from './server/start-server.ts'
import { expectRecorded, failureAt, rule } from './vocabulary/deeds.ts'
import { claim } from './vocabulary/rich-record.ts'
import { inRecordOf } from './vocabulary/scenario.ts'
import { asBuilderNow } from './vocabulary/scenario-now.ts'
import { test as base, expect } from './vocabulary/test.ts'

/** The server of this file has the practice host. */
const test = base.extend({
  shared: [
    async ({ playwright: _ }, provide) => {
      const server = await startServer('redfix', undefined, { practiceHost: true })
      await provide(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})
test.describe.configure({ mode: 'serial', timeout: 180_000 })

const A_RUN_MS = 90_000

/** M1 is claimed by the Builder, each failure shown by code. */
function claimAll(db: Db): void {
  for (const { failure } of factsOf(db).failures) {
    const code = citedCode(db, failure, {}, asBuilderNow)
    must(proposeClassification(db, asBuilderNow(typedClassification(failure, [code], { place: 'recipe' }))))
  }
  claim(db, 'M1')
}

/** How the run at hand ended, in the word of its chip. */
async function expectEnded(page: Page, how: 'green' | 'red'): Promise<void> {
  await expect(page.getByRole('banner')).toBeVisible()
  await expect(page.getByRole('main').getByText(how, { exact: true }).first()).toBeVisible({ timeout: A_RUN_MS })
}

test('the Adversary runs mumble cold, alone and under load, watches both, finds them on the timeline, and judges', async ({
  server,
  pageAs,
}) => {
  inRecordOf(server, claimAll)
  const page = await pageAs('adversary')
  await page.goto(addressOf.swarm())
  await expect(page.getByText(/^This host is practice\./)).toBeVisible()
  await page.getByRole('button', { name: 'Probe now' }).click()
  await expect(page.getByText('Left over, stacks')).toBeVisible()

  await page.goto(failureAt('mumble'))
  await page.getByRole('button', { name: 'Run cold' }).click()
  await expectRecorded(page)
  await expect(page.getByText(/gatehouse: profile alone/)).toBeVisible({ timeout: A_RUN_MS })
  await expectEnded(page, 'green')
  await expect(page.getByText('Exit 0, and every tier passed.')).toBeVisible()
  const alone = new URL(page.url()).pathname

  await page.goto(addressOf.askRun('redfix', 'mumble', 'M1'))
  await page.getByText('Cold, under load').click()
  await page.getByRole('button', { name: 'Queue the run' }).click()
  await expectRecorded(page)
  await expectEnded(page, 'red')
  const loaded = new URL(page.url()).pathname
  expect(loaded).not.toBe(alone)
  await expect(page.getByText('LOAD', { exact: true })).toBeVisible()

  await page.goto(failureAt('mumble'))
  const timeline = page.getByRole('list', { name: /^Events about mumble/ })
  for (const run of [alone, loaded]) await expect(timeline.locator(`a[href="${run}"]`).first()).toBeVisible()
  await page.goto(addressOf.phase('redfix'))
  await expect(page.getByRole('list', { name: 'Runs since the phase was opened' }).getByRole('listitem')).toHaveCount(2)

  // The claim says “always red”; the Adversary saw it green alone, and red only under load.
  const reason = `Green alone (#${alone.split('/').at(-1)}), red under load: not always red.`
  await rule(page, { gate: 'M1', failure: 'mumble', result: 'FAIL', reason })
  await page.goto(addressOf.gate('redfix', 'M1', 'mumble'))
  await expect(page.getByText('refused').first()).toBeVisible()
})

test('a run folder of the harness is taken from the host and attached; a look at the host is sealed as an observation', async ({
  pageAs,
}) => {
  const page = await pageAs('builder')
  await page.goto(`${addressOf.attachFromHost('redfix', 'mattermost-lts')}?all=yes`)
  await expect(page.getByRole('row').filter({ hasText: '751' })).toContainText('without readable results')
  await page.getByRole('button', { name: /^Take its files from 753/ }).click()
  await expect(page.getByText(/^The files of 753 on practice are here\./)).toBeVisible()
  await expect(page.getByText(/^results\.json, .*, was taken from 753 on practice/)).toBeVisible()
  await expect(page.getByLabel('Host')).toHaveValue('practice')
  const end = await page.getByLabel('End (UTC)').inputValue()
  const start = new Date(Date.parse(`${end.replace(' ', 'T')}Z`) - 300_000).toISOString()
  await page.getByLabel('Start (UTC)').fill(start.slice(0, 19).replace('T', ' '))
  await page.getByRole('radio', { name: /^alone/ }).check()
  await page.getByLabel('Deployment').selectOption('cold')
  for (const checkout of await page.getByLabel('Checkout').all()) await checkout.selectOption('not known')
  await page.getByRole('button', { name: 'Attach the run' }).click()
  await expectRecorded(page)

  await page.goto(addressOf.addEvidence('redfix', 'mumble'))
  const form = page.getByRole('form', { name: 'Diagnose' })
  await form.getByRole('radio').first().check()
  await form.getByRole('button', { name: 'Look, and seal what it prints' }).click()
  await expectRecorded(page)
  await expect(page.getByText(/What it printed on practice/).first()).toBeVisible()
})
