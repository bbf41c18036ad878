import type { BrowserContext, Page } from '@playwright/test'
import { addressOf } from '#lib/phases/addresses.ts'
import { countEvents } from './vocabulary/record.ts'
import { inRecordOf, stageM1 } from './vocabulary/scenario.ts'
import { expect, test } from './vocabulary/test.ts'
import { join } from './vocabulary/whole-cast.ts'

const AT = addressOf.gate('redfix', 'M1', 'gitea')
const formOn = (page: Page) => page.getByRole('form', { name: 'Ruling on gitea' })

async function writeRuling(page: Page, reason: string): Promise<void> {
  await page.goto(AT)
  await formOn(page).getByLabel('Why, in a sentence').fill(reason)
}

async function secondAdversary(
  server: { address: string; dataFolder: string },
  context: BrowserContext,
): Promise<void> {
  const { cookie } = await join(server, 'Alan', { role: 'adversary', phase: null })
  const cookies = cookie.split('; ').map((one) => {
    const [name = '', ...value] = one.split('=')
    return { name, value: value.join('='), url: server.address }
  })
  await context.addCookies(cookies)
}

test('two Adversaries rule at the same moment: one ruling is recorded, the other reads why and keeps the text', async ({
  resetTo,
  server,
  pageAs,
}) => {
  await resetTo('empty')
  inRecordOf(server, stageM1)
  const first = await pageAs('adversary')
  const second = await pageAs('visitor')
  await secondAdversary(server, second.context())
  await writeRuling(first, 'The first one says no.')
  await writeRuling(second, 'The second one says no.')
  await Promise.all([first, second].map((page) => formOn(page).getByRole('button', { name: 'FAIL' }).click()))
  const told = (page: Page) =>
    page.getByText(/While you wrote, .* ruled FAIL on this \(event \d+\)\. Nothing was recorded/)
  await expect
    .poll(async () => (await told(first).count()) + (await told(second).count()), { message: 'one of them is told' })
    .toBe(1)
  expect(countEvents(server, 'ruling.recorded')).toBe(1)
  const [late, words] = (await told(first).count()) === 1 ? [first, 'The first'] : [second, 'The second']
  await expect(formOn(late).getByLabel('Why, in a sentence')).toHaveValue(`${words} one says no.`)

  await expect(late.getByText(/On record: FAIL/)).toBeVisible()
  // Now that it was read, it may be said as well; it supersedes, and both stay on the timeline.
  await formOn(late).getByRole('button', { name: 'FAIL' }).click()
  await expect(late).toHaveURL(/[?&]done=\d+/)
  expect(countEvents(server, 'ruling.recorded')).toBe(2)
})
