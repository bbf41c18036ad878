import type { Page } from '@playwright/test'
import { recordedObservation } from '#db/testing/evidence.ts'
import { expectRecorded } from './vocabulary/deeds.ts'
import { DESK, expectNoAxeViolations, expectNoLayoutShift, expectNoSidewaysScroll, PHONE } from './vocabulary/look.ts'
import { lastEvent } from './vocabulary/record.ts'
import { runWithGrowingLog, runWithLog, someLines } from './vocabulary/run-logs.ts'
import { asPracticeBuilder, inRecordOf, openRedfix } from './vocabulary/scenario.ts'
import { expect, test } from './vocabulary/test.ts'

const box = (page: Page) => page.getByRole('region', { name: 'End of the log' })
const lines = (page: Page, run: number) => page.getByRole('list', { name: `Log of run #${run}` }).getByRole('listitem')
const following = (page: Page) => page.getByText('following', { exact: true })
const paused = (page: Page) => page.getByText('paused', { exact: true })
const outline = (page: Page) => page.getByRole('navigation', { name: 'Parts of the log' })
const fromEnd = (page: Page) =>
  box(page).evaluate(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight)
const live = (page: Page) => expect(page.getByText('live', { exact: true })).toBeVisible()

test.describe.configure({ timeout: 60_000 })
test.beforeEach(async ({ resetTo, server }) => {
  await resetTo('empty')
  inRecordOf(server, openRedfix)
})

test('what a run prints appears while it runs, with colours and parts, and the list stays when it ends', async ({
  server,
  pageAs,
}) => {
  const log = await runWithGrowingLog(server, someLines(120))
  const page = await pageAs('adversary')
  await page.goto(`/runs/${log.run}`)
  await live(page)
  await expect(lines(page, log.run).last()).toHaveText(/120line 120 of the run$/)
  expect(await fromEnd(page)).toBeLessThan(5)

  await log.append('===== TIER upgrade =====\nwaiting ..')
  await expect(lines(page, log.run).last()).toHaveText(/122waiting \.\.$/)
  await log.append('.. \u001b[31mred\u001b[0m <b>no markup</b>\nPASSWORD=hunter2\n')
  await expect(lines(page, log.run).last()).toHaveText(/123PASSWORD=\[masked\]$/)
  await expect(lines(page, log.run).nth(-2)).toHaveText(/122waiting \.\.\.\. red <b>no markup<\/b>$/)
  await expect(page.locator('#L122').getByText('red', { exact: true })).toHaveClass(/logfail/)
  await expect(outline(page).getByRole('link')).toHaveText(['install', 'upgrade'])
  expect(await fromEnd(page)).toBeLessThan(5)

  await log.append('last')
  await log.end()
  await expect(page.getByText('ended', { exact: true })).toBeVisible()
  await expect(lines(page, log.run).last()).toHaveText(/124last$/)
  inRecordOf(server, (db) => recordedObservation(db, 'mumble', {}, asPracticeBuilder))
  await expect(lines(page, log.run).last()).toHaveText(/124last$/)
})

test('scrolling up pauses, nothing moves meanwhile, and the way back is a button, a key or the end', async ({
  server,
  pageAs,
}) => {
  const log = await runWithGrowingLog(server, someLines(300))
  const page = await pageAs('builder')
  await page.goto(`/runs/${log.run}`)
  await live(page)
  await expect(following(page)).toBeVisible()
  await box(page).hover()
  await page.mouse.wheel(0, -900)
  await expect(paused(page)).toBeVisible()
  const before = await box(page).evaluate(({ scrollTop }) => scrollTop)
  await log.append(someLines(40, 301))
  await expect(page.getByText('40 new lines')).toBeVisible()
  expect(await box(page).evaluate(({ scrollTop }) => scrollTop)).toBe(before)
  await expect(lines(page, log.run).last()).toHaveText(/300line 300/)

  await page.keyboard.press('f')
  await expect(following(page)).toBeVisible()
  await expect(lines(page, log.run).last()).toHaveText(/340line 340/)
  expect(await fromEnd(page)).toBeLessThan(5)

  await page.getByRole('button', { name: 'Follow' }).click()
  await expect(paused(page)).toBeVisible()
  await log.append(someLines(2, 341))
  await expect(page.getByText('2 new lines')).toBeVisible()
  await page.keyboard.press('End')
  await expect(lines(page, log.run).last()).toHaveText(/342line 342/)

  await log.append(someLines(9_000, 343))
  await expect(lines(page, log.run).last()).toHaveText(/9342line 9342/)
  expect(await lines(page, log.run).count(), 'a page keeps some thousands of lines, not all').toBeLessThanOrEqual(2_000)
  await expect(following(page)).toBeVisible()
})

test('a tab holds one stream: the log’s, which also tells what is recorded; cut, it goes on where it was', async ({
  server,
  pageAs,
}) => {
  const log = await runWithGrowingLog(server, someLines(10))
  const page = await pageAs('builder')
  const streams: string[] = []
  page.on('request', (request) => {
    if (request.headers().accept === 'text/event-stream') streams.push(new URL(request.url()).pathname)
  })
  await page.goto(`/runs/${log.run}`)
  await live(page)
  inRecordOf(server, (db) => recordedObservation(db, 'mumble', {}, asPracticeBuilder))
  await log.append('still here\n')
  await expect(lines(page, log.run).last()).toHaveText(/11still here$/)
  expect(streams).toEqual([`/api/runs/${log.run}/stream`])

  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await log.append('while away\n')
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => false })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect(lines(page, log.run)).toHaveText([...Array(10).fill(/of the run$/), /still here$/, /while away$/])
})

test('a line is found, a range is pointed at, and cited as an observation that names the log', async ({
  server,
  pageAs,
}) => {
  const run = await runWithLog(server, [someLines(3_000), 'POSTGRES_PASSWORD=hunter2\n'])
  const page = await pageAs('adversary')
  await page.goto(`/runs/${run}`)
  await live(page)
  await page.keyboard.press('/')
  await page.keyboard.type('TIER ')
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 of 6 lines')).toBeVisible()
  await expect(page.locator('#L100')).toHaveAttribute('data-hit', '')
  await live(page)
  await page.keyboard.press('n')
  await expect(page.getByText('2 of 6 lines')).toBeVisible()
  await expect(page.locator('#L600')).toBeInViewport()
  await page.getByLabel('Find').fill('hunter2')
  await page.getByLabel('Find').press('Enter')
  await expect(page.getByText('“hunter2” is in no line that is shown.')).toBeVisible()

  await outline(page).getByRole('link', { name: 'backup' }).first().click()
  await expect(page).toHaveURL(`/runs/${run}?lines=1100#L1100`)
  await live(page)
  await page.getByRole('link', { name: 'Line 1103' }).click({ modifiers: ['Shift'] })
  await expect(page).toHaveURL(`/runs/${run}?lines=1100-1103#L1100`)
  await expect(page.locator('[data-hit]')).toHaveCount(4)
  await page.getByRole('link', { name: 'Cite as evidence' }).click()
  const form = page.getByRole('form', { name: 'Record an observation' })
  await expect(form.getByLabel('What it printed')).toHaveValue(
    ['===== TIER backup =====', ...[1101, 1102, 1103].map((nth) => `line ${nth} of the run`)].join('\n'),
  )
  await form.getByRole('button', { name: 'Record the observation' }).click()
  await expectRecorded(page)
  expect(lastEvent(server, 'observation.recorded')).toMatchObject({
    payload: {
      command: expect.stringMatching(new RegExp(`lines 1100 to 1103 of the log of run #${run}, SHA-256 [0-9a-f]{64}$`)),
    },
  })
})

test('without JavaScript the same log is read, searched and cited', async ({ server, pageAs }) => {
  const run = await runWithLog(server, [someLines(3_000)])
  const growing = await runWithGrowingLog(server, someLines(250))
  const page = await pageAs('adversary', { javaScriptEnabled: false })
  await page.goto(`/runs/${run}`)
  await expect(lines(page, run).last()).toHaveText(/3000line 3000/)
  await page.getByLabel('Find').fill('line 77 ')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByText('1 of 1 line', { exact: true })).toBeVisible()
  await page.getByLabel('Lines').fill('75-77')
  await page.getByRole('button', { name: 'Go' }).click()
  await expect(page).toHaveURL(`/runs/${run}?lines=75-77#log`)
  await page.getByRole('link', { name: 'Cite as evidence' }).click()
  await expect(page.getByLabel('What it printed')).toHaveValue(/^line 75 of the run\n/)
  await page.goto(`/runs/${growing.run}`)
  await expect(lines(page, growing.run).last()).toHaveText(/250line 250/)
  await expect(page.getByRole('button', { name: 'Follow' })).toBeHidden()
})

test('a growing log can be read by everybody, light and dark, on a phone and at a desk', async ({ server, pageAs }) => {
  const log = await runWithGrowingLog(server, someLines(700))
  const page = await pageAs('adversary')
  for (const [viewport, colorScheme] of [
    [DESK, 'light'],
    [PHONE, 'dark'],
  ] as const) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    await page.goto(`/runs/${log.run}`)
    await live(page)
    await log.append('one more\n')
    await expect(lines(page, log.run).last()).toHaveText(/one more$/)
    await expectNoLayoutShift(page)
    await expectNoSidewaysScroll(page)
    await expectNoAxeViolations(page)
    await page.goto(`/runs/${log.run}?find=tier&lines=100-120`)
    await live(page)
    await expectNoSidewaysScroll(page)
    await expectNoAxeViolations(page)
  }
})
