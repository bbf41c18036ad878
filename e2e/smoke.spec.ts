import { DESK, expectNoAxeViolations, expectNoSidewaysScroll, PHONE } from './vocabulary/look.ts'
import { expect, test } from './vocabulary/test.ts'

const LOOKS = [
  { name: 'light, at a desk', colorScheme: 'light', viewport: DESK },
  { name: 'dark, at a desk', colorScheme: 'dark', viewport: DESK },
  { name: 'light, on a phone', colorScheme: 'light', viewport: PHONE },
  { name: 'dark, on a phone', colorScheme: 'dark', viewport: PHONE },
] as const

test.describe('the sign-in page', () => {
  for (const { name, colorScheme, viewport } of LOOKS) {
    test(`says that this is practice and can be read by everybody (${name})`, async ({ pageAs }) => {
      const page = await pageAs('visitor', { colorScheme, viewport })
      await page.goto('/sign-in')
      await expect(page).toHaveTitle(/Sign in/)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByText(/practice/i).first()).toBeVisible()
      await expectNoAxeViolations(page)
      await expectNoSidewaysScroll(page)
    })
  }

  test('lets a practice person in without JavaScript', async ({ pageAs }) => {
    const page = await pageAs('visitor', { javaScriptEnabled: false })
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'Enter as Builder' }).click()
    await expect(page).not.toHaveURL(/sign-in/)
  })
})

test('a practice person who was signed in is known on every page', async ({ pageAs }) => {
  const page = await pageAs('adversary')
  await page.goto('/')
  await expect(page).not.toHaveURL(/sign-in/)
  await expect(page.getByText(/adversary/i).first()).toBeVisible()
})
