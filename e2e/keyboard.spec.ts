import type { Page } from '@playwright/test'
import { addressOf } from '#lib/phases/addresses.ts'
import { expectRecorded, failureAt } from './vocabulary/deeds.ts'
import { expectNoTrap, tabAndEnter, tabTo } from './vocabulary/keyboard.ts'
import { claimM1, classifyBoth, inRecordOf, openRedfix, stageM1 } from './vocabulary/scenario.ts'
import { expect, test } from './vocabulary/test.ts'

const GATE = addressOf.gate('redfix', 'M1')
const reason = (page: Page) => page.getByRole('form', { name: /^Ruling on/ }).getByLabel('Why, in a sentence')
const link = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true })
/** The keys of a page are heard once its scripts run. */
const ready = (page: Page) => expect(page.getByText('live', { exact: true })).toBeVisible()

async function signIn(page: Page, role: 'Builder' | 'Adversary'): Promise<void> {
  await page.goto('/sign-in')
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the page' })
  await expect(skip).toBeFocused()
  expect((await skip.boundingBox())?.width, 'the way past the bar can be seen').toBeGreaterThan(60)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await tabAndEnter(page, page.getByRole('button', { name: `Enter as ${role}` }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Phases')
}

test('an Adversary signs in, walks to a failure and rules on it with the keyboard alone', async ({
  resetTo,
  server,
  pageAs,
}) => {
  test.setTimeout(90_000)
  await resetTo('empty')
  inRecordOf(server, stageM1)
  const page = await pageAs('visitor')
  await signIn(page, 'Adversary')
  await tabAndEnter(page, link(page, 'redfix'))
  await tabAndEnter(page, link(page, 'M1'))
  await expect(page).toHaveURL(GATE)
  await ready(page)
  await page.keyboard.press('j')
  await expect(page).toHaveURL(/failure=gitea/)
  await page.keyboard.press('k')
  await expect(page).toHaveURL(/failure=mumble/)

  await page.keyboard.press('w')
  await expect(reason(page)).toBeFocused()
  await page.keyboard.type('fjk? seen again, cold')
  await expect(reason(page), 'keys are letters while one types').toHaveValue('fjk? seen again, cold')
  await expect(page).toHaveURL(/failure=mumble/)

  inRecordOf(server, (db) => claimM1(db, 'Said otherwise.'))
  await tabAndEnter(page, page.getByRole('button', { name: 'PASS', exact: true }))
  const alert = page.getByRole('alert').filter({ hasText: 'While you wrote' })
  await expect(alert, 'a refusal has the focus').toBeFocused()
  await expect(reason(page)).toHaveValue('fjk? seen again, cold')
  await expect(page.getByText('Said otherwise.').first()).toBeVisible()
  await page.keyboard.press('p')
  await expectRecorded(page)
})

test('a Builder walks from the board to a classification and files a claim with the keyboard alone', async ({
  resetTo,
  server,
  pageAs,
}) => {
  test.setTimeout(90_000)
  await resetTo('empty')
  inRecordOf(server, openRedfix)
  inRecordOf(server, classifyBoth)
  const page = await pageAs('visitor')
  await signIn(page, 'Builder')
  await tabAndEnter(page, link(page, 'redfix'))
  await tabAndEnter(page, link(page, 'mumble'))
  await expect(page).toHaveURL(failureAt('mumble'))
  for (const [key, place] of [
    ['a', 'attach-run'],
    ['e', 'add-evidence'],
    ['n', 'write-note'],
  ] as const) {
    await ready(page)
    await page.keyboard.press(key)
    await expect(page).toHaveURL(new RegExp(place))
    await page.goBack()
    await expect(page).toHaveURL(failureAt('mumble'))
  }
  await ready(page)
  await page.keyboard.press('c')
  await expect(page).toHaveURL(/classify$/)
  await tabTo(page, page.getByRole('radio', { name: /^always red/ }))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^flaky under load/ })).toBeChecked()
  await tabTo(page, page.getByLabel('Root cause and mechanism'))
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('It gives up too soon.')
  await tabTo(page, page.getByRole('checkbox', { name: /^#1 / }))
  await page.keyboard.press('Space')
  await page.keyboard.press('Space')
  await expect(page.getByRole('checkbox', { name: /^#1 / })).toBeChecked()
  await tabAndEnter(page, page.getByRole('button', { name: 'Record the new classification' }))
  await expectRecorded(page)

  await page.goto(GATE)
  await ready(page)
  await page.keyboard.press('c')
  await expect(page).toHaveURL(addressOf.claim('redfix', 'M1'))
  await tabAndEnter(page, page.getByRole('button', { name: 'Claim M1, revision 1' }))
  await expectRecorded(page)
})

test('? lists the keys of the page, Esc closes it, and they can be turned off', async ({ resetTo, server, pageAs }) => {
  await resetTo('empty')
  inRecordOf(server, stageM1)
  const page = await pageAs('adversary')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await page.goto(addressOf.gate('redfix', 'M1', 'mumble'))
  await ready(page)
  await page.keyboard.press('?')
  await expect(dialog).toBeVisible()
  const keys = dialog.getByRole('listitem')
  for (const key of ['w', 'p', 'f', 'j', '?']) await expect(keys.getByText(key, { exact: true })).toBeVisible()
  await expect(keys.filter({ hasText: 'next' })).toHaveText(/j/)
  await page.keyboard.press('j')
  await expect(page, 'the dialog hears the keys, not the page').toHaveURL(/failure=mumble/)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  const opener = page.getByRole('button', { name: 'Keyboard shortcuts' })
  await tabAndEnter(page, opener)
  await tabAndEnter(page, dialog.getByRole('button', { name: 'Turn the keys off' }))
  await page.keyboard.press('Escape')
  await expect(opener, 'the focus is where it came from').toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('?')
  await expect(dialog).toBeHidden()
  await expect(page).toHaveURL(/failure=mumble/)
  await page.reload()
  await ready(page)
  await page.keyboard.press('j')
  await expect(page, 'it is remembered').toHaveURL(/failure=mumble/)

  await tabAndEnter(page, opener)
  await tabAndEnter(page, dialog.getByRole('button', { name: 'Turn the keys on' }))
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await expect(page).toHaveURL(/failure=gitea/)
})

test('Tab leads through every kind of page and out again, and its place can always be seen', async ({
  resetTo,
  server,
  pageAs,
}) => {
  test.setTimeout(90_000)
  await resetTo('empty')
  inRecordOf(server, stageM1)
  const page = await pageAs('adversary')
  const stops = [
    ...['/', '/ledger', '/ledger/5', '/people', '/import', '/runs/1', '/phases/redfix', `${GATE}?failure=mumble`],
    ...[addressOf.timeline('redfix'), failureAt('mumble'), `${failureAt('mumble')}/attach-run`],
    ...[`${failureAt('mumble')}/add-evidence`, `${failureAt('mumble')}/classify`, '/phases/redfix/write-note'],
  ]
  for (const address of stops) {
    await page.goto(address)
    await ready(page)
    await expectNoTrap(page)
  }
})
