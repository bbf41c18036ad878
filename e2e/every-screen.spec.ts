import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { startServer } from './server/start-server.ts'
import { DESK, expectNoAxeViolations, expectNoLayoutShift, expectNoSidewaysScroll, PHONE } from './vocabulary/look.ts'
import { type Prepared, prepareRecord } from './vocabulary/prepare-record.ts'
import { EMPTY_SCREENS, type Reader, SCREENS } from './vocabulary/screens.ts'
import { test as base, expect } from './vocabulary/test.ts'

type Prepares = { prepared: Prepared; openAs: (reader: Reader) => Promise<Page> }

/** The server of the worker holds the prepared record, and is only read. */
const test = base.extend<Pick<Prepares, 'openAs'>, Pick<Prepares, 'prepared'>>({
  shared: [
    async ({ playwright: _ }, provide) => {
      const server = await startServer('redfix')
      await provide(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
  prepared: [
    async ({ shared, browser }, provide) => provide(await prepareRecord(shared, browser)),
    { scope: 'worker', timeout: 60_000 },
  ],
  openAs: async ({ pageAs, prepared }, provide) =>
    provide(async (reader) => {
      const page = await pageAs(reader === 'operator' ? 'visitor' : reader)
      if (reader === 'operator') await page.context().addCookies(prepared.operator.cookies)
      return page
    }),
})
test.describe.configure({ mode: 'parallel' })

/** What a colour scheme and a width can spoil; the rest of what axe asks is the same in each look. */
const OF_THE_LOOK = ['color-contrast', 'target-size']

/** One showing of the page, light at a desk, then dark on a phone: nothing sticks out, everybody can read it. */
async function expectToHold(page: Page, address: string): Promise<void> {
  await page.setViewportSize(DESK)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1 }), 'one h1').toHaveCount(1)
  await expect(page, 'a title of its own').toHaveTitle(/^\S.* · Gatehouse$/)
  await expect(page.getByRole('main'), 'one main').toHaveCount(1)
  await expect(page.getByRole('banner'), 'one banner').toHaveCount(1)
  await expectNoLayoutShift(page)
  await expectNoSidewaysScroll(page)
  await expectNoAxeViolations(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize(PHONE)
  await expectNoSidewaysScroll(page)
  await expectNoAxeViolations(page, OF_THE_LOOK)
}

for (const { page: file, shows, at, by } of SCREENS) {
  for (const reader of by) {
    test(`${file}, ${shows}, holds for the ${reader}`, async ({ openAs, prepared }) => {
      await expectToHold(await openAs(reader), at(prepared))
    })
  }
}

test('the screens of an empty record hold', async ({ resetTo, pageAs, allowTrouble }) => {
  test.setTimeout(60_000)
  allowTrouble(/status of 404/)
  await resetTo('empty')
  const page = await pageAs('builder')
  for (const address of EMPTY_SCREENS) await expectToHold(page, address)
})

test('every page has a row in the list of screens', () => {
  const pages = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(^|\/)page\.tsx$/.test(path),
  )
  expect([...new Set(SCREENS.map(({ page }) => page))].sort()).toEqual(pages.sort())
})
